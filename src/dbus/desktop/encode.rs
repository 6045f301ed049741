//! A notice as a notification server takes it.

use crate::notification::{Notice, Style, Urgency};
use notify_rust::{Hint, Notification, Timeout};

/// The notice as a server with these abilities takes it.
pub(crate) fn encode(notice: &Notice, style: &Style, abilities: &[String]) -> Notification {
    let can = |ability: &str| abilities.iter().any(|known| known == ability);
    let mut notification = Notification::new();
    notification.appname("Remembrance").summary(&notice.summary);
    notification.body(&if can("body-markup") { notice.body_markup() } else { notice.body() });
    if can("actions") {
        if let Some(read) = &notice.read {
            notification.action("default", "").action("read", read);
        }
        if let Some(later) = &notice.later {
            notification.action("later", later);
        }
    }
    let urgency = match style.urgency {
        Urgency::Low => notify_rust::Urgency::Low,
        Urgency::Normal => notify_rust::Urgency::Normal,
        Urgency::Critical => notify_rust::Urgency::Critical,
    };
    // What would not be true for longer goes by itself, whatever the person asked for.
    let expires = notice.goes_after.into_iter().chain(style.expire).min();
    let expires = expires.and_then(|expire| u32::try_from(expire.num_milliseconds()).ok());
    notification.timeout(expires.map_or(Timeout::Never, Timeout::Milliseconds));
    let sound = match &style.sound {
        Some(sound) => Hint::SoundName(sound.clone()),
        None => Hint::SuppressSound(true),
    };
    let hints = [
        Hint::Urgency(urgency),
        Hint::DesktopEntry("remembrance".to_owned()),
        Hint::Category("x-remembrance.day".to_owned()),
        Hint::Transient(false),
        sound,
    ];
    let image = notice.image.as_ref().map(|image| Hint::ImagePath(image.display().to_string()));
    for hint in hints.into_iter().chain(image) {
        notification.hint(hint);
    }
    notification
}
