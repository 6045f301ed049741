//! A notification as a notification server takes it: the way out to the screen, without control characters.

use crate::notification::{Notification, Style, Urgency};
use crate::text::{clean, is_left_out, one_line};
use notify_rust::{Hint, Notification as WireNotification, Timeout};

/// The notification as a server with these abilities takes it.
pub(crate) fn encode(notification: &Notification, style: &Style, abilities: &[String]) -> WireNotification {
    let can = |ability: &str| abilities.iter().any(|known| known == ability);
    let mut wire = WireNotification::new();
    wire.appname("Remembrance").summary(&one_line(&notification.summary));
    wire.body(&clean(&if can("body-markup") { notification.body_markup() } else { notification.body() }));
    if can("actions") {
        if let Some(read) = &notification.read {
            wire.action("default", "").action("read", &one_line(read));
        }
        if let Some(later) = &notification.later {
            wire.action("later", &one_line(later));
        }
    }
    let urgency = match style.urgency {
        Urgency::Low => notify_rust::Urgency::Low,
        Urgency::Normal => notify_rust::Urgency::Normal,
        Urgency::Critical => notify_rust::Urgency::Critical,
    };
    // What would not be true for longer goes by itself, whatever the person asked for.
    let expires = notification.goes_after.into_iter().chain(style.expire).min();
    let expires = expires.and_then(|expire| u32::try_from(expire.num_milliseconds()).ok());
    wire.timeout(expires.map_or(Timeout::Never, Timeout::Milliseconds));
    let sound = match &style.sound {
        Some(sound) => Hint::SoundName(one_line(sound)),
        None => Hint::SuppressSound(true),
    };
    let hints = [
        Hint::Urgency(urgency),
        Hint::DesktopEntry("remembrance".to_owned()),
        Hint::Category("x-remembrance.day".to_owned()),
        Hint::Transient(false),
        sound,
    ];
    let image = notification.image.as_ref().map(|image| image.display().to_string());
    // A path cannot be shown without a letter of its name.
    let image = image.filter(|image| !image.contains(is_left_out)).map(Hint::ImagePath);
    for hint in hints.into_iter().chain(image) {
        wire.hint(hint);
    }
    wire
}
