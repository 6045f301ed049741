//! One kernel timer on the wall clock, which also fires when that clock is set.
//!
//! A `timerfd` on `CLOCK_REALTIME` with an absolute time keeps its time through suspend, and
//! `TFD_TIMER_CANCEL_ON_SET` ends the wait when the clock jumps, by hand or on resume
//! (timerfd_create(2)). tokio's own timers stand still in suspend and will not do.

use chrono::{DateTime, Utc};
use rustix::io::Errno;
use rustix::time::{
    Itimerspec, TimerfdClockId, TimerfdFlags, TimerfdTimerFlags, Timespec, timerfd_create, timerfd_settime,
};
use std::io;
use tokio::net::unix::pipe::Receiver;

/// Why a wait ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TimerEvent {
    /// The time has come.
    Due,
    /// The clock was set, or the machine woke from suspend.
    ClockSet,
}

/// When nothing is due, the timer still waits, so that a set clock is noticed: until the year 2500.
const FAR_AHEAD_SECS: i64 = 16_725_225_600;

/// The alarm clock of the daemon.
#[derive(Debug)]
pub(super) struct Alarm {
    // A pipe's end is what tokio offers for a descriptor that is only ever read; `new` and a test
    // hold it to that.
    timer: Receiver,
}

impl Alarm {
    /// An alarm that is not set.
    pub(super) fn new() -> io::Result<Self> {
        let flags = TimerfdFlags::NONBLOCK | TimerfdFlags::CLOEXEC;
        let timer = timerfd_create(TimerfdClockId::Realtime, flags)?;
        Ok(Self { timer: Receiver::from_owned_fd_unchecked(timer)? })
    }

    /// Sets the alarm; one that lies in the past rings at once.
    pub(super) fn set(&self, at: Option<DateTime<Utc>>) -> io::Result<()> {
        let it_value = match at {
            // All zeros would switch the timer off.
            Some(at) if at.timestamp() <= 0 => Timespec { tv_sec: 0, tv_nsec: 1 },
            Some(at) => Timespec { tv_sec: at.timestamp(), tv_nsec: at.timestamp_subsec_nanos().into() },
            None => Timespec { tv_sec: FAR_AHEAD_SECS, tv_nsec: 0 },
        };
        let never_again = Timespec { tv_sec: 0, tv_nsec: 0 };
        let flags = TimerfdTimerFlags::ABSTIME | TimerfdTimerFlags::CANCEL_ON_SET;
        timerfd_settime(&self.timer, flags, &Itimerspec { it_interval: never_again, it_value })?;
        Ok(())
    }

    /// Waits until the alarm rings.
    pub(super) async fn rang(&self) -> io::Result<TimerEvent> {
        loop {
            self.timer.readable().await?;
            let mut count = [0_u8; 8];
            let read = self.timer.try_io(|| match rustix::io::read(&self.timer, &mut count) {
                Ok(_) => Ok(TimerEvent::Due),
                Err(Errno::CANCELED) => Ok(TimerEvent::ClockSet),
                Err(error) => Err(error.into()),
            });
            match read {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                rang => return rang,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;
    use std::time::Duration;
    use tokio::time::timeout;

    fn now() -> DateTime<Utc> {
        crate::host::clock::Clock::default().now()
    }

    fn alone<F: Future>(future: F) -> F::Output {
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
    }

    #[test]
    fn an_alarm_rings_at_its_time_and_not_before() {
        alone(async {
            let alarm = Alarm::new().unwrap();
            let due = now() + TimeDelta::milliseconds(40);
            alarm.set(Some(due)).unwrap();
            assert_eq!(alarm.rang().await.unwrap(), TimerEvent::Due);
            assert!(now() >= due);
        });
    }

    #[test]
    fn a_time_in_the_past_rings_at_once() {
        alone(async {
            let alarm = Alarm::new().unwrap();
            for past in [DateTime::UNIX_EPOCH, DateTime::UNIX_EPOCH - TimeDelta::days(1), now()] {
                alarm.set(Some(past)).unwrap();
                assert_eq!(alarm.rang().await.unwrap(), TimerEvent::Due);
            }
        });
    }

    #[test]
    fn an_alarm_without_a_time_does_not_ring_and_can_be_set_again() {
        alone(async {
            let alarm = Alarm::new().unwrap();
            alarm.set(None).unwrap();
            assert!(timeout(Duration::from_millis(50), alarm.rang()).await.is_err());
            alarm.set(Some(now())).unwrap();
            assert_eq!(alarm.rang().await.unwrap(), TimerEvent::Due);
        });
    }
}
