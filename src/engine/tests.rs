//! What the engine decides about notifications that are under way, refused or waiting for a server.

use super::*;
use std::cell::RefCell;
use std::io;
use std::rc::Rc;

/// A disk that takes everything, and shows it to the test instead of the next start.
#[derive(Debug, Default)]
struct NoDisk {
    written: Rc<RefCell<String>>,
}

impl Disk for NoDisk {
    fn read(&mut self) -> Result<Option<Vec<u8>>, String> {
        Ok(None)
    }
    fn append(&mut self, text: &str) -> io::Result<()> {
        self.written.borrow_mut().push_str(text);
        Ok(())
    }
    fn cut(&mut self, _: u64) -> io::Result<()> {
        Ok(())
    }
    fn sync(&mut self) -> io::Result<()> {
        Ok(())
    }
    fn write_beside(&mut self, _: &str) -> io::Result<()> {
        Ok(())
    }
    fn replace(&mut self) -> io::Result<()> {
        Ok(())
    }
    fn set_aside(&mut self) -> io::Result<String> {
        Ok(String::new())
    }
    fn place(&self) -> String {
        String::new()
    }
}

struct Desk {
    engine: Engine<NoDisk>,
    plan: Plan,
    now: DateTime<Utc>,
    written: Rc<RefCell<String>>,
}

impl Desk {
    /// A moment at which the notifications of these days are due.
    fn of(days: &[&str]) -> Self {
        let now: DateTime<Utc> = "2027-01-20T09:00:00Z".parse().unwrap();
        let plan = Plan::new(days.iter().map(|id| Day::new(id, "X", "January 20")).collect());
        let disk = NoDisk::default();
        let written = Rc::clone(&disk.written);
        Self { engine: Engine::new(LedgerFile::on(disk, now)), plan, now, written }
    }

    fn decide(&mut self, screen: &ScreenState) -> Decision<'_> {
        self.engine.decide(&self.plan, &Zone::utc(), self.now, screen, false)
    }

    /// The sendings that the engine asks for.
    fn sends(&mut self) -> Vec<FlightId> {
        self.decide(&ScreenState::Ready).send.into_iter().map(|(id, _)| id).collect()
    }

    fn pass(&mut self, seconds: i64) {
        self.now += TimeDelta::seconds(seconds);
    }

    fn shown(&mut self) -> usize {
        let lines = self.engine.ledger.ledger.clone();
        self.plan
            .days
            .iter()
            .filter(|day| {
                let kept = Now { instant: self.now, zone: &Zone::utc() };
                step(&Plan::new(vec![(*day).clone()]), &lines, kept).show.is_empty()
            })
            .count()
    }
}

#[test]
fn a_notification_that_is_under_way_is_not_sent_again_whatever_happens() {
    let mut desk = Desk::of(&["x"]);
    let sent = desk.sends();
    assert_eq!(sent.len(), 1);
    for _ in 0..3 {
        desk.pass(3);
        desk.engine.try_again();
        desk.engine.server_came(desk.now);
        assert!(desk.sends().is_empty());
    }
    assert_eq!(desk.shown(), 0, "nothing is recorded before the desktop has accepted it");
    assert_eq!(desk.engine.delivered(sent[0], Ok(()), desk.now), Delivered::Shown);
    assert_eq!((desk.shown(), desk.sends().len()), (1, 0));
    // The same answer twice.
    assert_eq!(desk.engine.delivered(sent[0], Ok(()), desk.now), Delivered::Ignored);
}

#[test]
fn a_server_that_does_not_answer_is_told_once_and_a_late_answer_counts() {
    let mut desk = Desk::of(&["x"]);
    let sent = desk.sends();
    let wake = desk.decide(&ScreenState::Ready).wake;
    assert_eq!(wake, Some(desk.now + TimeDelta::seconds(25)));
    desk.pass(25);
    let held: Vec<ShowError> =
        desk.decide(&ScreenState::Ready).held.into_iter().map(|(_, why)| why).collect();
    assert_eq!(held, [ShowError::Unanswered]);
    assert_eq!(desk.engine.pending(), 1);
    desk.pass(500);
    let decision = desk.decide(&ScreenState::Ready);
    assert!(decision.held.is_empty() && decision.send.is_empty());
    assert_eq!(desk.engine.delivered(sent[0], Ok(()), desk.now), Delivered::Shown);
    assert_eq!((desk.shown(), desk.engine.pending()), (1, 0));
}

#[test]
fn what_was_never_answered_is_sent_again_and_either_answer_counts() {
    for late in [0, 1] {
        let mut desk = Desk::of(&["x"]);
        let mut sent = desk.sends();
        desk.pass(25);
        assert!(desk.sends().is_empty());
        desk.pass(575);
        assert_eq!(desk.decide(&ScreenState::Ready).server, Some(ServerRequest::AskAgain));
        assert!(desk.sends().is_empty(), "a server that hangs is given no second copy");
        desk.engine.server_answers(desk.now);
        sent.extend(desk.sends());
        // A server that takes all and answers none gets two copies at most.
        desk.pass(36_000);
        desk.engine.server_answers(desk.now);
        assert!(desk.sends().is_empty());
        assert_eq!(sent.len(), 2);
        assert_eq!(desk.engine.delivered(sent[late], Ok(()), desk.now), Delivered::Shown);
        assert_eq!(desk.sends().len(), 0);
        assert_eq!(desk.shown(), 1);
    }
}

#[test]
fn a_machine_that_sleeps_while_a_notification_is_under_way_does_not_send_it_again() {
    let mut desk = Desk::of(&["x"]);
    assert_eq!(desk.sends().len(), 1);
    desk.pass(8 * 3600);
    desk.engine.clock_was_set(desk.now);
    assert!(desk.sends().is_empty());
    // Nor where the clock is set back.
    desk.pass(-16 * 3600);
    desk.engine.clock_was_set(desk.now);
    desk.pass(9 * 3600);
    assert!(desk.sends().is_empty());
}

#[test]
fn one_answer_says_nothing_of_another_notification() {
    let mut desk = Desk::of(&["x", "y"]);
    let sent = desk.sends();
    assert_eq!(sent.len(), 2);
    let refused = ShowError::Refused("no".to_owned());
    assert_eq!(desk.engine.delivered(sent[1], Err(&refused), desk.now), Delivered::Held { is_first: true });
    assert_eq!(desk.engine.delivered(sent[0], Ok(()), desk.now), Delivered::Shown);
    assert_eq!((desk.shown(), desk.engine.pending()), (1, 1));
    desk.pass(15);
    assert_eq!(desk.sends().len(), 1);
}

#[test]
fn a_notification_that_a_server_ended_of_waits_although_the_next_server_comes() {
    let mut desk = Desk::of(&["x"]);
    let sent = desk.sends();
    desk.engine.server_went(desk.now);
    desk.engine.delivered(sent[0], Err(&ShowError::ServerLost), desk.now);
    desk.engine.server_came(desk.now);
    assert!(desk.sends().is_empty());
    desk.pass(15);
    assert_eq!(desk.sends().len(), 1);
}

#[test]
fn a_server_is_asked_for_only_where_something_is_due() {
    let mut desk = Desk::of(&["x"]);
    assert_eq!(desk.decide(&ScreenState::Unasked).server, Some(ServerRequest::Ask));
    assert_eq!(desk.decide(&ScreenState::Asking).server, None);
    // One that does not answer is asked by steps.
    let decision = desk.decide(&ScreenState::Unasked);
    assert_eq!((decision.server, decision.held.len()), (None, 1));
    assert_eq!(decision.wake, Some("2027-01-20T09:00:15Z".parse().unwrap()));
    desk.pass(15);
    assert_eq!(desk.decide(&ScreenState::Unasked).server, Some(ServerRequest::Ask));
    desk.engine.try_again();
    assert_eq!(
        desk.decide(&ScreenState::NoServer { can_start: true }).server,
        Some(ServerRequest::Start { needs_display: true })
    );
    desk.engine.start_failed("no screen".to_owned());
    let decision = desk.decide(&ScreenState::NoServer { can_start: true });
    assert_eq!(decision.server, None);
    let held: Vec<_> = decision.held.iter().map(|(_, why)| why.clone()).collect();
    assert!(held.is_empty(), "it was printed before");
    assert_eq!(decision.wake, Some("2027-01-20T09:00:30Z".parse().unwrap()));
    desk.pass(15);
    assert_eq!(
        desk.decide(&ScreenState::NoServer { can_start: true }).server,
        Some(ServerRequest::Start { needs_display: true })
    );
    desk.engine.server_came(desk.now);
    let sent = desk.sends();
    desk.engine.delivered(sent[0], Ok(()), desk.now);
    for screen in [ScreenState::Unasked, ScreenState::NoServer { can_start: true }] {
        assert_eq!(desk.decide(&screen).server, None, "{screen:?}");
    }
}

#[test]
fn a_bus_that_goes_takes_what_is_under_way_with_it() {
    let mut desk = Desk::of(&["x"]);
    let sent = desk.sends();
    desk.engine.bus_went(desk.now);
    assert_eq!(desk.decide(&ScreenState::NoBus("gone".to_owned())).held.len(), 1);
    assert_eq!(desk.engine.delivered(sent[0], Ok(()), desk.now), Delivered::Ignored);
    desk.engine.try_again();
    assert_eq!(desk.sends().len(), 1);
}

#[test]
fn an_answer_that_comes_once_the_clock_was_set_back_ends_the_snooze_all_the_same() {
    let mut desk = Desk::of(&["x"]);
    let sent = desk.sends();
    assert_eq!(desk.engine.delivered(sent[0], Ok(()), desk.now), Delivered::Shown);
    let occurrence = OccurrenceId::new("x", "2027-01-20".parse().unwrap());
    let snoozed = LedgerEntry::snoozed(occurrence, desk.now, desk.now + TimeDelta::hours(1));
    desk.engine.record(snoozed, desk.now);
    desk.pass(3600);
    let sent = desk.sends();
    assert_eq!(sent.len(), 1, "it comes back");
    desk.pass(-1800);
    desk.engine.clock_was_set(desk.now);
    assert_eq!(desk.engine.delivered(sent[0], Ok(()), desk.now), Delivered::Shown);
    for _ in 0..3 {
        desk.pass(1800);
        assert!(desk.sends().is_empty(), "it is shown twice at {}", desk.now);
    }
}

#[test]
fn three_that_are_due_together_are_three_notifications_and_four_are_one() {
    for (days, expected) in [(&["a", "b", "c"][..], vec![1, 1, 1]), (&["a", "b", "c", "d"], vec![4])] {
        let mut desk = Desk::of(days);
        let sizes: Vec<usize> =
            desk.decide(&ScreenState::Ready).send.iter().map(|(_, shows)| shows.len()).collect();
        assert_eq!(sizes, expected);
    }
}

/// How many lines of the ledger have each of these.
fn lines(desk: &Desk, parts: &[&str]) -> usize {
    desk.written.borrow().lines().filter(|line| parts.iter().all(|part| line.contains(part))).count()
}

#[test]
fn what_was_missed_is_recorded_once_unless_its_notification_is_under_way() {
    for days in [&["a"][..], &["a", "b", "c"], &["a", "b", "c", "d"]] {
        let mut desk = Desk::of(days);
        desk.now -= TimeDelta::days(2);
        assert!(desk.decide(&ScreenState::Ready).send.is_empty());
        // A day is shown for three days after it.
        desk.pass(8 * 86_400);
        for _ in 0..2 {
            assert!(desk.decide(&ScreenState::Ready).send.is_empty());
            desk.pass(3600);
        }
        for id in days {
            assert_eq!(lines(&desk, &[&format!("\"{id}\""), "missed"]), 1, "{id} of {days:?}");
            assert_eq!(lines(&desk, &[&format!("\"{id}\""), "kept"]), 1, "{id} of {days:?}");
        }
    }
    let mut desk = Desk::of(&["a"]);
    let sent = desk.sends();
    assert!(desk.engine.is_in_flight(&OccurrenceId::new("a", "2027-01-20".parse().unwrap())));
    assert!(!desk.engine.is_in_flight(&OccurrenceId::new("a", "2028-01-20".parse().unwrap())));
    desk.pass(8 * 86_400);
    desk.decide(&ScreenState::Ready);
    assert_eq!(lines(&desk, &["missed"]), 0);
    assert_eq!(desk.engine.delivered(sent[0], Ok(()), desk.now), Delivered::Shown);
    assert_eq!(lines(&desk, &["shown"]), 1);
}

#[test]
fn a_clock_that_is_set_back_by_months_is_doubted_in_the_ledger() {
    let mut desk = Desk::of(&["a"]);
    let sent = desk.sends();
    desk.engine.delivered(sent[0], Ok(()), desk.now);
    desk.pass(-90 * 86_400);
    desk.decide(&ScreenState::Ready);
    desk.decide(&ScreenState::Ready);
    assert_eq!(lines(&desk, &["clock"]), 1, "{}", desk.written.borrow());
}

#[test]
fn do_not_disturb_holds_a_notification_until_it_may_be_over() {
    let mut desk = Desk::of(&["x"]);
    assert!(!desk.engine.is_quiet());
    let sent = desk.sends();
    let held = desk.engine.delivered(sent[0], Err(&ShowError::DoNotDisturb), desk.now);
    assert_eq!(held, Delivered::Held { is_first: false });
    assert!(desk.engine.is_quiet());
    desk.pass(60);
    assert!(desk.sends().is_empty());
    desk.engine.quiet_may_be_over(desk.now);
    assert_eq!(desk.sends().len(), 1);
}

#[test]
fn an_answer_after_a_second_copy_was_sent_does_not_hold_the_first_back() {
    let mut desk = Desk::of(&["x"]);
    let mut sent = desk.sends();
    for seconds in [25, 575] {
        desk.pass(seconds);
        desk.decide(&ScreenState::Ready);
    }
    desk.engine.server_answers(desk.now);
    sent.extend(desk.sends());
    assert_eq!(sent.len(), 2);
    let refused = ShowError::Refused("no".to_owned());
    assert_eq!(desk.engine.delivered(sent[0], Err(&refused), desk.now), Delivered::Ignored);
    assert_eq!(desk.engine.delivered(sent[1], Err(&refused), desk.now), Delivered::Held { is_first: false });
}

const NONE_RUNS: ScreenState = ScreenState::NoServer { can_start: true };

#[test]
fn a_start_that_failed_says_why_and_a_display_or_a_hint_begins_the_steps_anew() {
    let mut desk = Desk::of(&["x"]);
    let start = Some(ServerRequest::Start { needs_display: true });
    assert_eq!(desk.decide(&NONE_RUNS).server, start);
    desk.engine.start_failed("no screen".to_owned());
    let held: Vec<ShowError> = desk.decide(&NONE_RUNS).held.into_iter().map(|(_, why)| why).collect();
    assert_eq!(held, [ShowError::NotStarted("no screen".to_owned())]);
    desk.pass(1);
    assert_eq!(desk.decide(&NONE_RUNS).server, None);
    // A failure that comes late is followed by a start at once, and once.
    desk.engine.start_may_go_better();
    assert_eq!(desk.decide(&NONE_RUNS).server, start);
    desk.engine.start_may_go_better();
    assert_eq!(desk.decide(&NONE_RUNS).server, None);
    desk.engine.display_came();
    assert_eq!(desk.decide(&NONE_RUNS).server, start);
}

#[test]
fn a_server_that_stayed_and_went_is_started_again_at_once() {
    for (stayed, is_started) in [(59, false), (60, true)] {
        let mut desk = Desk::of(&["x"]);
        let begins = |desk: &mut Desk| {
            desk.engine.try_again();
            desk.decide(&NONE_RUNS).server.is_some()
        };
        // After three starts the next waits for five minutes.
        for seconds in [0, 15, 60] {
            desk.pass(seconds);
            assert!(begins(&mut desk));
        }
        desk.engine.server_came(desk.now);
        desk.pass(stayed);
        desk.engine.server_went(desk.now);
        assert_eq!(begins(&mut desk), is_started, "{stayed}");
    }
}

#[test]
fn a_clock_that_is_put_back_keeps_no_question_waiting() {
    let mut desk = Desk::of(&["x"]);
    assert_eq!(desk.decide(&ScreenState::Unasked).server, Some(ServerRequest::Ask));
    desk.pass(-3600);
    desk.engine.clock_was_set(desk.now);
    let wanted = |desk: &mut Desk| {
        desk.engine.decide(&desk.plan, &Zone::utc(), desk.now, &ScreenState::Unasked, true).wake
    };
    assert_eq!(wanted(&mut desk), Some(desk.now + TimeDelta::seconds(15)));
}

#[test]
fn a_server_that_answered_is_asked_at_once_the_next_time() {
    let mut desk = Desk::of(&["x"]);
    for is_asked in [true, false] {
        assert_eq!(desk.decide(&ScreenState::Unasked).server, Some(ServerRequest::Ask), "{is_asked}");
        desk.engine.screen_answers(is_asked, desk.now);
    }
    assert_eq!(desk.decide(&ScreenState::Unasked).server, Some(ServerRequest::Ask));
}

#[test]
fn what_is_due_is_under_way_while_the_server_is_asked_and_until_it_answers() {
    let under_way = |days: &[&str], screen: &ScreenState| {
        let mut desk = Desk::of(days);
        desk.engine.decide(&desk.plan, &Zone::utc(), desk.now, screen, true).is_under_way
    };
    let gone = ScreenState::NoServer { can_start: false };
    for (screen, expected) in
        [(ScreenState::Asking, true), (ScreenState::Unasked, true), (ScreenState::Ready, true), (gone, false)]
    {
        assert_eq!(under_way(&["x"], &screen), expected, "{screen:?}");
        assert!(!under_way(&[], &screen), "nothing is due: {screen:?}");
    }
}
