//! What a cell asks of another interpreter; see `interpreter/python/lib/isolation.py`.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Fault;

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
        serde_json::from_str(request).map_err(Fault::broken)
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
        assert_eq!(Elsewhere::line(Ok(json!({ "stdout": "1\n", "exception": null }))), r#"{"exception":null,"stdout":"1\n"}"#);
        assert_eq!(Elsewhere::line(Err(Fault::TimedOut)), r#"{"late":true}"#);
        assert!(Elsewhere::line(Err(Fault::Memory)).contains("The program wanted more memory"));
        assert!(Elsewhere::read("{}").is_err());
    }
}
