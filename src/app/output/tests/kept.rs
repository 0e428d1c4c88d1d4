//! How much of an output is held, and of all outputs together.

use super::*;

#[test]
fn what_is_kept_is_drawn_the_same() {
    let mut dice = Dice(3);
    for _ in 0..500 {
        let mut output = stdout(&dice.text(80));
        output.push(Piece { stream: Stream::Stderr, text: dice.text(80) });
        output.fail(&dice.text(20));
        output.withhold(2, 300);
        let kept: Output = serde_json::from_str(&serde_json::to_string(&output).unwrap()).unwrap();
        assert_eq!(kept.drawn(), output.drawn());
        assert_eq!(
            (kept.last.clone(), kept.withheld, kept.hidden_lines()),
            (output.last.clone(), output.withheld, output.hidden_lines())
        );
        assert_eq!(kept.unfinished_line(), output.unfinished_line());
        let again: Output = postcard::from_bytes(&postcard::to_stdvec(&kept).unwrap()).unwrap();
        assert_eq!(again, kept);
    }
    let flood = stdout(&"\x1b[31ma line\n".repeat(1_000));
    let mut kept: Output = serde_json::from_str(&serde_json::to_string(&flood).unwrap()).unwrap();
    assert_eq!((drawn(&kept), kept.hidden_lines()), (drawn(&flood), Some(800)));
    kept.show_more();
    assert_eq!(drawn(&kept), "a line\n".repeat(1_000));
}

#[test]
fn what_is_kept_has_no_more_than_a_few_letters_for_each_style() {
    let text: String = (0..10_000).map(|number| format!("\x1b[{}mx", 31 + number % 6)).collect();
    let kept = serde_json::to_string(&stdout(&text)).unwrap();
    assert!(kept.len() < 10 * text.len(), "{}", kept.len());
}

#[test]
fn damaged_styles_are_styles() {
    for bits in 0..=u16::MAX {
        let style = Style::from(bits);
        assert_eq!(Style::from(u16::from(style)), style);
    }
}

#[test]
fn bytes_are_those_of_text_and_styles() {
    assert_eq!(Output::default().bytes(), 0);
    let plain = stdout(&"a line\n".repeat(10_000)).bytes();
    assert!((70_000..70_100).contains(&plain), "{plain}");
    let mixed: Vec<(Stream, &str)> = [(Stream::Stdout, "a\n"), (Stream::Stderr, "b\n")].repeat(10_000);
    let mixed = output(&mixed).bytes();
    assert!((40_000..250_000).contains(&mixed), "{mixed}");
    let mut result = Output::default();
    result.push(Piece { stream: Stream::Result, text: "r".repeat(1_000) });
    assert!(result.bytes() >= 1_000);
}

#[test]
fn hidden_text_can_be_let_go() {
    let mut output = stdout(&"line\n".repeat(1_000));
    let before = drawn(&output);
    output.let_go();
    assert_eq!((drawn(&output), output.hidden_lines(), output.lines_let_go()), (before.clone(), None, Some(800)));
    assert!(output.bytes() < 2_000);
    output.let_go();
    output.show_more();
    assert_eq!((drawn(&output), output.lines_let_go()), (before.clone(), Some(800)));
    // The run may still be at work. What it writes then comes after what is missing.
    output.push(Piece { stream: Stream::Stdout, text: "more\n".repeat(50) + "and" });
    assert_eq!((drawn(&output), output.hidden_lines(), output.lines_let_go()), (before, None, Some(851)));
    output.fail("E: x\n");
    assert_eq!(output.last_line().as_deref(), Some("E: x"));
    let mut small = stdout("all of it\nis drawn");
    small.let_go();
    assert_eq!((drawn(&small).as_str(), small.lines_let_go()), ("all of it\nis drawn", None));
}

#[test]
fn the_oldest_let_go_first_and_no_more_than_need_be() {
    let large = stdout(&"0123456789\n".repeat(10_000));
    let small = stdout("small\n");
    let outputs = [&small, &large, &small, &large, &large];
    let all: usize = outputs.iter().map(|output| output.bytes()).sum();
    assert_eq!(to_let_go(&outputs, all), [0; 0]);
    assert_eq!(to_let_go(&outputs, all - 1), [1]);
    assert_eq!(to_let_go(&outputs, all - 150_000), [1, 3]);
    assert_eq!(to_let_go(&outputs, 0), [1, 3, 4], "what is drawn stays");
    let mut freed = large.clone();
    freed.let_go();
    assert_eq!(to_let_go(&[&freed, &large], 0), [1]);
}

#[test]
fn sixteen_full_outputs_fit_and_a_seventeenth_costs_the_first() {
    let full = stdout(&("x".repeat(99) + "\n").repeat(10_000));
    let outputs = [&full; 17];
    let most = 16 << 20;
    assert_eq!(to_let_go(&outputs[..16], most), [0; 0]);
    assert_eq!(to_let_go(&outputs, most), [0]);
}

#[test]
fn what_was_not_kept_is_said_in_lines_or_in_bytes() {
    let said = |lines, bytes| Withheld { lines, bytes }.sentence().unwrap_or_default();
    assert_eq!(said(0, 0), "");
    assert_eq!(said(12_345, 6_789_000), "12,345 further lines (6.8 MB) were not kept.");
    assert_eq!(said(0, 412_300), "413 kB more were not kept.");
    assert_eq!(said(0, 12), "12 bytes more were not kept.");
    assert_eq!(said(2, 0), "2 further lines were not kept.");
    assert_eq!(said(1, 2_000), "1 further line (2 kB) was not kept.");
    let mut output = Output::default();
    output.withhold(1, 10);
    output.withhold(2, 20);
    assert_eq!(output.withheld, Withheld { lines: 3, bytes: 30 });
}
