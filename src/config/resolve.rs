//! From the merged files to settings: packs and calendars below, what the files say of their days above.

use super::day::DayLayer;
use super::fault::{DayHint, Fault};
use super::merge::{Follow, MOST_DAYS, Merged};
use super::mistake::{Mistake, Source};
use super::packs::Packs;
use super::partial::PartialDay;
use super::place::Place;
use super::{MOST_TOLD, RELEASED, Settings, Zones};
use crate::day::{Day, Offset};
use crate::notification::Style;
use crate::schedule::Plan;
use crate::short_text::ShortText;
use crate::text::nearest;
use chrono::TimeDelta;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The days of packs and calendars, before the files have had their say.
type Below = BTreeMap<ShortText, BelowDay>;

struct BelowDay {
    layer: DayLayer,
    /// The pack that it comes from; `None` is a calendar.
    pack: Option<String>,
}

/// A day that no layer finishes.
struct UnfinishedDay {
    id: ShortText,
    place: Place,
    keys: Vec<&'static str>,
}

/// The settings that the files come to, mistakes and warnings; the days are taken out of `merged`.
///
/// `calendars` are the days of followed calendars, lowest of all.
pub(super) fn resolve(
    merged: &mut Merged,
    sources: &[Source],
    packs: Packs<'_>,
    calendars: Vec<(ShortText, DayLayer)>,
    zones: &Zones<'_>,
) -> (Settings, Vec<Mistake>, Vec<Mistake>) {
    let mut mistakes = Vec::new();
    let mut below = followed(&merged.follow, sources, packs, zones, &mut mistakes);
    for (id, layer) in calendars {
        below.entry(id).or_insert(BelowDay { layer, pack: None });
    }
    let remind = merged.remind.take().map_or_else(|| vec![Offset::default()], |remind| remind.value);
    let remind: Arc<[Offset]> = remind.into();
    let mut unfinished = Vec::new();
    let mut days = Vec::with_capacity(merged.days.len() + below.len());
    for index in &merged.order {
        let day = merged.days.get_mut(*index as usize).expect("the order is that of the merged days");
        while let Some(lower) = below.first_entry().filter(|lower| *lower.key() < day.id) {
            days.extend(lower_day(lower.remove_entry(), &remind));
        }
        let lower = if below.is_empty() { None } else { below.remove(&day.id) };
        match finished(day, lower, &remind) {
            Ok(day) => days.push(day),
            // What it lacks may be the echo of what else is wrong there.
            Err(day) if merged.broken.contains(&day.place.source_index()) => {}
            Err(day) => unfinished.push(day),
        }
    }
    days.extend(below.into_iter().filter_map(|lower| lower_day(lower, &remind)));
    let (lacking, unused) = lacking(unfinished, &days, sources, packs, zones);
    mistakes.extend(lacking);
    let adjust = merged.hijri_adjust.as_ref().map_or(0, |adjust| adjust.value);
    if adjust != 0 {
        adjust_hijri(&mut days, adjust);
    }
    (settings(merged, days, remind, adjust), mistakes, unused)
}

/// Moves the days of the Hijri calendar to where they are announced.
fn adjust_hijri(days: &mut [Day], adjust: i8) {
    for day in days.iter_mut().filter(|day| day.is_hijri()) {
        day.rules = day.rules.iter().map(|rule| rule.clone().hijri_adjusted(adjust)).collect();
    }
}

/// The day that only packs or calendars have, where they have all of it.
fn lower_day((id, lower): (ShortText, BelowDay), remind: &Arc<[Offset]>) -> Option<Day> {
    let BelowDay { mut layer, pack } = lower;
    layer.take_day(id, pack.as_deref(), remind)
}

/// The day that the files say something of, over what packs or calendars have of it.
fn finished(
    day: &mut PartialDay,
    lower: Option<BelowDay>,
    remind: &Arc<[Offset]>,
) -> Result<Day, UnfinishedDay> {
    let PartialDay { id, layer, place } = day;
    let pack = match lower {
        // A day of one's own is not a calendar's day that happens to have its id.
        Some(BelowDay { pack: None, .. }) if layer.is_whole() => None,
        Some(BelowDay { layer: lower, pack }) => {
            *layer = lower.overlay(std::mem::take(layer));
            pack
        }
        None => None,
    };
    let id = std::mem::take(id);
    if !layer.is_whole() {
        return Err(UnfinishedDay { id, place: *place, keys: layer.missing() });
    }
    Ok(layer.take_day(id, pack.as_deref(), remind).expect("a whole layer makes a day"))
}

/// The days of what is followed, the first of two with one id.
fn followed(
    follow: &Follow,
    sources: &[Source],
    packs: Packs<'_>,
    zones: &Zones<'_>,
    mistakes: &mut Vec<Mistake>,
) -> Below {
    let mut below = Below::new();
    for entry in &follow.entries {
        if mistakes.len() >= MOST_TOLD {
            break;
        }
        match packs.followed(&entry.name, zones) {
            Ok(days) => {
                if below.len() + days.len() > MOST_DAYS {
                    let fault = Fault::TooManyDays(MOST_DAYS);
                    mistakes.extend(entry.place.map(|place| place.mistake(sources, fault)));
                    continue;
                }
                for (id, layer, pack) in days {
                    if !follow.leaves_out(&pack, &id) {
                        below.entry(id).or_insert(BelowDay { layer, pack: Some(pack) });
                    }
                }
            }
            Err(fault) => mistakes.extend(entry.place.map(|place| place.mistake(sources, fault))),
        }
    }
    for out in &follow.left_out {
        if mistakes.len() >= MOST_TOLD {
            break;
        }
        let unknown = packs.knows(&out.value, zones).err();
        mistakes.extend(unknown.map(|fault| out.place.mistake(sources, fault)));
    }
    below
}

/// What days lack, and what may have been meant; then the warnings for days of packs that nothing follows (any more).
fn lacking(
    unfinished: Vec<UnfinishedDay>,
    days: &[Day],
    sources: &[Source],
    packs: Packs<'_>,
    zones: &Zones<'_>,
) -> (Vec<Mistake>, Vec<Mistake>) {
    let mut owners: Option<BTreeMap<ShortText, &str>> = None;
    let (mut mistakes, mut unused) = (Vec::new(), Vec::new());
    for UnfinishedDay { id, place, keys } in unfinished {
        if mistakes.len() + unused.len() >= MOST_TOLD {
            break;
        }
        // One that says of itself neither what it is nor when is meant to change a day of a pack.
        let known = days.iter().map(|day| day.id.as_str());
        let near = (keys.len() > 1).then(|| nearest(&id, known)).flatten();
        let owners = owners.get_or_insert_with(|| packs.owners(zones));
        if let Some(pack) = owners.get(&id) {
            // Whoever unfollows a day may keep what was changed of it.
            let fault = Fault::NotFollowed { day: id.into(), pack: (*pack).to_owned() };
            unused.push(place.mistake(sources, fault).as_warning());
            continue;
        }
        let hint = near.map_or(DayHint::Own, |near| DayHint::Near(near.to_owned()));
        let fault = Fault::DayLacks { day: id.into(), keys, hint };
        mistakes.push(place.mistake(sources, fault));
    }
    (mistakes, unused)
}

/// The settings with these days.
fn settings(merged: &Merged, days: Vec<Day>, remind: Arc<[Offset]>, hijri_adjust: i8) -> Settings {
    fn value<T: Clone>(written: Option<&super::place::Written<T>>) -> Option<T> {
        written.map(|written| written.value.clone())
    }
    let (notification, style) = (&merged.notification, Style::default());
    let style = Style {
        urgency: value(notification.urgency.as_ref()).unwrap_or(style.urgency),
        expire: value(notification.expire.as_ref()).unwrap_or(style.expire),
        rotate: value(notification.rotate.as_ref()).unwrap_or(style.rotate),
        length: value(notification.length.as_ref()).unwrap_or(style.length),
        sound: value(notification.sound.as_ref()).unwrap_or(style.sound),
    };
    let plan = Plan {
        days,
        catch_up: value(merged.catch_up.as_ref()).unwrap_or(3),
        quiet: value(merged.quiet.as_ref()).flatten(),
        snooze: value(merged.snooze.as_ref()).unwrap_or(TimeDelta::hours(1)),
        clock_floor: RELEASED,
        from_calendars: std::collections::BTreeSet::new(),
    };
    Settings {
        plan,
        remind,
        style,
        location: merged.location(),
        hijri_adjust,
        languages: merged.languages().to_vec(),
        follow: merged.follow.entries.iter().map(|entry| entry.name.clone()).collect(),
        left_out: merged.follow.left_out.iter().map(|out| out.value.clone()).collect(),
        calendars: merged.calendars(),
    }
}
