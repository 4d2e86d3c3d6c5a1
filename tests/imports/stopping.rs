//! Whoever waits for a file can see how far it is, and stop it, whatever its format.

use std::borrow::Cow;
use std::fmt::Write as _;

use tradedeck::domain::Problem;
use tradedeck::import::{self, Choices, Files, Progress};

use super::examples;

struct Watched {
    bytes: Vec<u8>,
    progress: Progress,
}

impl Files for Watched {
    fn read(&self, _name: &str) -> Result<Cow<'static, [u8]>, Problem> {
        Ok(Cow::Owned(self.bytes.clone()))
    }

    fn progress(&self) -> Option<&Progress> {
        Some(&self.progress)
    }
}

fn watched(bytes: Vec<u8>) -> Watched {
    Watched { bytes, progress: Progress::default() }
}

#[test]
fn every_format_stops_when_asked() {
    for (name, bytes) in examples::all() {
        let files = watched(bytes);
        files.progress.cancel();
        let problems = import::load_all(&files, &[&name], &Choices::default()).unwrap_err();
        assert_eq!(files.progress.reached().file, name, "whoever stops it is told what was stopped");
        assert_eq!(problems, [Progress::stopped(&name)], "{name}");
    }
}

#[test]
fn json_and_workbooks_and_packed_files_tell_how_far_they_are() {
    let mut json = String::from("{\"count\":1,\"data\":[");
    for year in 0..2000 {
        let comma = if year == 0 { "" } else { "," };
        write!(json, "{comma}{{\"freqCode\":\"A\",\"period\":\"{}\",\"reporterCode\":410,\"flowCode\":\"X\",\"partnerCode\":0,\"cmdCode\":\"TOTAL\",\"primaryValue\":{year}}}", 1000 + year).unwrap();
    }
    json.push_str("]}");
    let bytes = json.len() as u64;
    let files = watched(json.into_bytes());
    // Whether a year 1000 is trade does not matter here.
    _ = import::load_all(&files, &["x.json"], &Choices::default());
    let reached = files.progress.reached();
    assert_eq!((reached.bytes, reached.file.as_str()), (bytes, "x.json"));
    assert!(reached.done > 64 * 1024, "{reached:?}");
    let (name, bytes) = examples::all().into_iter().find(|(name, _)| name == "annex.xlsx").unwrap();
    let files = watched(bytes);
    import::load_all(&files, &[&name], &Choices::default()).unwrap();
    assert!(files.progress.reached().rows > 3, "{:?}", files.progress.reached());
}
