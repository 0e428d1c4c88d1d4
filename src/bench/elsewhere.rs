//! What a cell asks of another interpreter; see `interpreter/python/lib/isolation.py`.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Fault;

/// What `isolation.run` lets pass, too; but a cell may make a request by hand. Seconds: longer nobody waits. Bytes of a program:
/// it travels in several copies.
const LONGEST: f64 = 3_600.0;
const LONGEST_SOURCE: usize = 1_000_000;

/// A program for an interpreter that shares nothing with the one that asks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Elsewhere {
    source: String,
    /// How long it may take.
    seconds: f64,
}

impl Elsewhere {
    /// Reads a guest's request.
    ///
    /// # Errors
    /// If a cell has made one by hand, and wrongly.
    pub fn read(request: &str) -> Result<Self, Fault> {
        let asked: Self = serde_json::from_str(request).map_err(Fault::broken)?;
        if asked.source.len() > LONGEST_SOURCE {
            return Err(Fault::broken(format!(
                "a program for another interpreter may have at most {LONGEST_SOURCE} bytes"
            )));
        }
        Ok(Self { seconds: asked.seconds.clamp(0.0, LONGEST), ..asked })
    }

    /// The question for a pristine interpreter.
    pub fn question(&self) -> Value {
        json!({ "ask": "elsewhere", "source": self.source })
    }

    /// Milliseconds that the program may take.
    pub fn within(&self) -> f64 {
        self.seconds * 1e3
    }

    /// The line that the asking run reads, without its newline.
    pub fn line(answer: Result<Value, Fault>) -> String {
        let answer = match answer {
            Ok(value) => value,
            Err(Fault::TimedOut) => json!({ "late": true }),
            Err(fault) => json!({ "failed": fault.sentence().replace("This run", "The program") }),
        };
        answer.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_read_and_its_answer_is_one_line() {
        let asked = Elsewhere::read(r#"{"source": "print(1)\n", "seconds": 0.5}"#).unwrap();
        assert_eq!((asked.within(), &asked.question()["source"]), (500.0, &json!("print(1)\n")));
        assert_eq!(
            Elsewhere::line(Ok(json!({ "stdout": "1\n", "exception": null }))),
            r#"{"exception":null,"stdout":"1\n"}"#
        );
        assert_eq!(Elsewhere::line(Err(Fault::TimedOut)), r#"{"late":true}"#);
        assert!(Elsewhere::line(Err(Fault::Memory)).contains("The program wanted more memory"));
        assert!(Elsewhere::read("{}").is_err());
    }

    #[test]
    fn a_request_that_was_made_by_hand_is_bounded() {
        let within = |seconds: &str| {
            Elsewhere::read(&format!(r#"{{"source": "", "seconds": {seconds}}}"#)).map(|asked| asked.within())
        };
        assert_eq!((within("1e300"), within("-5"), within("2")), (Ok(3_600_000.0), Ok(0.0), Ok(2_000.0)));
        assert!(within("NaN").is_err() && within("null").is_err());
        let long = json!({ "source": "#".repeat(LONGEST_SOURCE + 1), "seconds": 1 }).to_string();
        assert!(Elsewhere::read(&long).is_err_and(|fault| fault.sentence().contains("at most 1000000 bytes")));
    }
}
