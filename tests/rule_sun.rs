//! Sunrise and sunset against those of an independent ephemeris.

use chrono::{DateTime, TimeDelta, Utc};
use remembrance::sun::{Coordinates, HorizonEvent, PolarSun};

fn instant(text: &str) -> DateTime<Utc> {
    let whole = if text.len() == 17 { text.replace('Z', ":00Z") } else { text.to_owned() };
    whole.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn the_sun_rises_and_sets_within_a_minute_of_the_ephemeris_at_thirteen_places_and_five_seasons() {
    let mut compared = 0;
    for line in include_str!("rule_tables/sun.txt").lines().filter(|line| !line.starts_with('#')) {
        let [name, place, noon, rise, set] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("a line has five columns: {line}")
        };
        let place: Coordinates = place.parse().unwrap();
        for (event, published) in [(HorizonEvent::Sunrise, rise), (HorizonEvent::Sunset, set)] {
            let ours = event.near(instant(noon), place);
            match published {
                "day" => assert_eq!(ours, Err(PolarSun::Day), "{line}"),
                "night" => assert_eq!(ours, Err(PolarSun::Night), "{line}"),
                _ => {
                    let ours = ours.unwrap_or_else(|polar| panic!("{line}: {polar:?}"));
                    let apart = (ours - instant(published)).abs();
                    assert!(apart <= TimeDelta::seconds(60), "{name}, {event:?}: {ours}, not {published}");
                }
            }
            compared += 1;
        }
    }
    assert_eq!(compared, 130);
}
