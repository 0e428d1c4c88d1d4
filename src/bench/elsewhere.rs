//! What a cell asks of another interpreter, and how the answer comes back. The other end is
//! `interpreter/python/lib/isolation.py`.

use paper::run::Elsewhere;
use paper::seen::Ended;
use serde::Serialize;

use super::Fault;

/// For how many seconds a program may run: nobody waits longer. `isolation.run` has the same limit, but a cell may make
/// a request by hand.
const LONGEST: f64 = 3_600.0;
/// How many bytes a program may have: it travels in several copies.
const LONGEST_SOURCE: usize = 1_000_000;

/// Reads a request that the guest has made.
///
/// # Errors
/// If the request is not in the form that `isolation.run` gives it, or its program is too long.
pub fn read(request: &str) -> Result<Elsewhere, Fault> {
    let asked: Elsewhere = serde_json::from_str(request).map_err(Fault::broken)?;
    if asked.source.len() > LONGEST_SOURCE {
        return Err(Fault::broken(format!(
            "a program for another interpreter may have at most {LONGEST_SOURCE} bytes"
        )));
    }
    Ok(Elsewhere { seconds: asked.seconds.clamp(0.0, LONGEST), ..asked })
}

/// The answer, as the line that the asking run reads, without its newline. It is JSON in the form that `isolation.py`
/// takes.
pub fn line(answer: Result<Ended, Fault>) -> String {
    #[derive(Serialize)]
    #[serde(untagged)]
    enum Line {
        Ended(Ended),
        Late { late: bool },
        Failed { failed: String },
    }
    let line = match answer {
        Ok(ended) => Line::Ended(ended),
        Err(Fault::TimedOut) => Line::Late { late: true },
        Err(fault) => Line::Failed { failed: fault.sentence().replace("This run", "The program") },
    };
    serde_json::to_string(&line).expect("text can be written")
}

#[cfg(test)]
mod tests {
    use paper::Question;
    use serde_json::json;

    use super::*;

    #[test]
    fn a_request_is_read_and_its_answer_is_one_line() {
        let asked = read(r#"{"source": "print(1)\n", "seconds": 0.5}"#).unwrap();
        assert_eq!(asked.within(), 500.0);
        assert_eq!(asked.question(), Question::Elsewhere { source: "print(1)\n".into() });
        assert_eq!(line(Ok(Ended { stdout: "1\n".into(), exception: None })), r#"{"exception":null,"stdout":"1\n"}"#);
        assert_eq!(line(Err(Fault::TimedOut)), r#"{"late":true}"#);
        assert!(line(Err(Fault::Memory)).contains("The program wanted more memory"));
        assert!(read("{}").is_err());
    }

    #[test]
    fn a_request_that_was_made_by_hand_is_bounded() {
        let within =
            |seconds: &str| read(&format!(r#"{{"source": "", "seconds": {seconds}}}"#)).map(|asked| asked.within());
        assert_eq!((within("1e300"), within("-5"), within("2")), (Ok(3_600_000.0), Ok(0.0), Ok(2_000.0)));
        assert!(within("NaN").is_err() && within("null").is_err());
        let long = json!({ "source": "#".repeat(LONGEST_SOURCE + 1), "seconds": 1 }).to_string();
        assert!(read(&long).is_err_and(|fault| fault.sentence().contains("at most 1000000 bytes")));
    }
}
