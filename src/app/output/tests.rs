//! Outputs: as they come, as they are drawn, and as they are held.

mod kept;
mod lines;
mod styles;

use super::*;

/// The output of a program that has written these pieces.
fn output(pieces: &[(Stream, &str)]) -> Output {
    let mut output = Output::default();
    for (stream, text) in pieces {
        output.push(Piece { stream: *stream, text: (*text).to_owned() });
    }
    output
}

fn stdout(text: &str) -> Output {
    output(&[(Stream::Stdout, text)])
}

fn drawn(output: &Output) -> String {
    output.drawn().text().to_owned()
}

/// The text that is drawn with its styles: `<bold red on blue>` stands before a part that has a style, and `</>` after
/// it.
fn marked(output: &Output) -> String {
    let mark = |run: Run| {
        let ground = run.style.ground.map(|ground| format!("on {}", ground.word()));
        let words = [Some(run.style.looks()), run.style.ink.map(|ink| ink.word().to_owned()), ground];
        let words: Vec<String> = words.into_iter().flatten().filter(|word| !word.is_empty()).collect();
        if words.is_empty() { run.text.to_owned() } else { format!("<{}>{}</>", words.join(" "), run.text) }
    };
    output.drawn().runs().map(mark).collect()
}

/// A small random number generator, which gives the same numbers in each test run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    /// A text with many characters and sequences that are special to terminals, and some that are not.
    fn text(&mut self, parts: usize) -> String {
        const PARTS: [&str; 48] = [
            "a",
            "bc",
            "word ",
            "ä",
            "é",
            "e\u{301}",
            "橋",
            "🐍",
            "👩\u{200d}💻",
            "\u{feff}",
            "\n",
            "\r",
            "\r\n",
            "\u{8}",
            "\t",
            "\u{7}",
            "\0",
            "\u{c}",
            "\u{7f}",
            "\u{9b}",
            "\u{85}",
            "\u{9c}",
            "\x1b",
            "\x1b[",
            "\x1b[K",
            "\x1b[1K",
            "\x1b[2K",
            "\x1b[3C",
            "\x1b[2D",
            "\x1b[5G",
            "\x1b[31m",
            "\x1b[1;4m",
            "\x1b[m",
            "\x1b[38;5;123m",
            "\x1b[48;2;1;200;3m",
            "\x1b[38:2::9:9:9m",
            "\x1b[7",
            "\x1b[?25l",
            "\x1b]0;title\u{7}",
            "\x1b]8;;http://example.org\x1b\\",
            "\x1bPq#0橋",
            "\x1b\\",
            "\x1b(B",
            "\x1b[A",
            "\x1b[999999999C",
            "\x1b_x",
            ";",
            "m",
        ];
        (0..parts).map(|_| PARTS[self.below(PARTS.len())]).collect()
    }
}

#[test]
fn a_flood_is_drawn_up_to_the_limit_and_then_on_request() {
    let mut output = Output::default();
    let all: String = (0..3000).map(|number| format!("{number}\n")).collect();
    for line in all.split_inclusive('\n') {
        output.push(Piece { stream: Stream::Stdout, text: line.into() });
    }
    assert_eq!(drawn(&output).lines().count(), 200);
    assert_eq!(output.hidden_lines(), Some(2800));
    output.show_more();
    assert_eq!(output.hidden_lines(), Some(800));
    output.show_more();
    assert_eq!(output.hidden_lines(), None);
    assert_eq!(drawn(&output), all);
}

#[test]
fn one_endless_line_is_cut_between_characters() {
    let mut output = stdout(&"é".repeat(50_000));
    assert!(drawn(&output).len() <= 20_000);
    assert_eq!(output.hidden_lines(), Some(1));
    output.show_more();
    assert_eq!(drawn(&output), "é".repeat(50_000));
    assert_eq!(output.hidden_lines(), None);
}

#[test]
fn an_output_of_many_styles_is_drawn_up_to_the_limit_too() {
    let text: String = (0..20_000).map(|number| format!("\x1b[{}mx", 31 + number % 6)).collect();
    let mut output = stdout(&text);
    assert_eq!(output.drawn().runs().count(), 1_000);
    assert_eq!(output.hidden_lines(), Some(1));
    for _ in 0..4 {
        output.show_more();
    }
    assert_eq!(output.hidden_lines(), None);
    assert_eq!(drawn(&output), "x".repeat(20_000));
}

#[test]
fn a_line_at_work_is_drawn_after_what_is_done_and_hidden_after_what_is_hidden() {
    let mut output = stdout("one\ntwo");
    assert_eq!((drawn(&output).as_str(), output.hidden_lines()), ("one\ntwo", None));
    output.push(Piece { stream: Stream::Stdout, text: "\n".repeat(300) + "end" });
    assert_eq!((drawn(&output).lines().count(), output.hidden_lines()), (200, Some(102)));
    output.show_more();
    assert!(drawn(&output).ends_with("\n\nend"));
}

#[test]
fn the_end_is_seen_whatever_came_before() {
    let mut output = stdout(&"x\n".repeat(1000));
    let traceback: String = (0..100).map(|number| format!("line {number}\n")).collect();
    output.fail(&traceback);
    let last = output.last.clone().unwrap();
    assert_eq!(last.stream, Stream::Stderr);
    let last = last.text.text();
    assert_eq!(last.lines().count(), 51);
    assert!(last.starts_with("line 0\n") && last.contains("… 50 lines left out …") && last.ends_with("line 99\n"));
    assert_eq!(output.last_line().as_deref(), Some("line 99"));
}

#[test]
fn results_and_tracebacks_are_terminal_output_too() {
    let mut output = stdout("\x1b]0;never ended");
    output.push(Piece { stream: Stream::Result, text: "\x1b[32m<Table>\x1b[0m\r\n12\u{8}3\n".into() });
    let last = output.last.clone().unwrap();
    let runs: Vec<(Option<Ink>, &str)> = last.text.runs().map(|run| (run.style.ink, run.text)).collect();
    assert_eq!(runs, [(Some(Ink::Green), "<Table>"), (None, "\n13\n")]);
    output.fail("Traceback\nValueError: \x1b[1mbad\x1b[0m\x1b]8;;x\u{7}\n");
    assert_eq!(output.last_line().as_deref(), Some("ValueError: bad"));
    let colours: String = (0..5_000).map(|number| format!("\x1b[{}mx", 31 + number % 6)).collect();
    output.push(Piece { stream: Stream::Result, text: colours });
    let last = output.last.unwrap().text;
    assert_eq!(
        (last.text().len(), last.runs().count()),
        (5_000, 1_001),
        "all of it is drawn, the rest without colours"
    );
}

#[test]
fn streams_keep_their_order() {
    let output = output(&[
        (Stream::Stdout, "a\n"),
        (Stream::Stderr, "b\n"),
        (Stream::Stdout, "c\n"),
        (Stream::Stdout, "d"),
        (Stream::Stderr, "e\n"),
        (Stream::Stdout, "f"),
    ]);
    let drawn = output.drawn();
    let runs: Vec<(Stream, &str)> = drawn.runs().map(|run| (run.stream, run.text)).collect();
    use Stream::{Stderr, Stdout};
    assert_eq!(runs, [(Stdout, "a\n"), (Stderr, "b\n"), (Stdout, "c\nd"), (Stderr, "e\n"), (Stdout, "f")]);
    assert_eq!(output.last_line().as_deref(), Some("f"));
}

#[test]
fn a_question_is_the_line_at_work_and_its_answer_follows() {
    let mut output = stdout("Welcome\n\x1b[1mName: \x1b[0m");
    assert_eq!(output.unfinished_line().as_deref(), Some("Name: "));
    output.push(Piece { stream: Stream::Stdin, text: "Ada\n".into() });
    assert_eq!(output.unfinished_line(), None);
    assert_eq!(marked(&output), "Welcome\n<bold>Name: </>Ada\n");
    assert_eq!(output.drawn().runs().last().unwrap().stream, Stream::Stdin);
}

#[test]
fn a_note_is_a_line_of_its_own_and_nothing_swallows_it() {
    let mut output = output(&[(Stream::Stdout, "50 %\r"), (Stream::Stderr, "\x1b[31m\x1b]0;a title without end")]);
    output.note("The cell ended itself.");
    assert_eq!(marked(&output), "50 %\nThe cell ended itself.\n");
    let mut silent = Output::default();
    silent.note("Nothing before.");
    assert_eq!(drawn(&silent), "Nothing before.\n");
}
