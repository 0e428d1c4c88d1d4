//! What a terminal would show. Many of the cases are ones that other notebooks and loggers have met.

use super::*;

#[track_caller]
fn shows(cases: &[(&str, &str)]) {
    for (written, shown) in cases {
        assert_eq!(drawn(&stdout(written)), *shown, "{written:?}");
    }
}

#[test]
fn carriage_returns_go_back_and_erase_nothing() {
    shows(&[
        ("\r0\r1\r2", "2"),
        ("0\r1\r2\r", "2"),
        ("\r 0\r 1\n", " 1\n"),
        ("a\r\nb\r\r\nc\r\n", "a\nb\nc\n"),
        ("long text\rshort", "shorttext"),
        ("Loading...\rDone      \n", "Done      \n"),
        ("-- begin --\nProgress: 1\rProgress: 2\r\n-- end --\n", "-- begin --\nProgress: 2\n-- end --\n"),
        ("one\n\rtwo", "one\ntwo"),
        ("\r\r\r\n", "\n"),
    ]);
}

#[test]
fn backspaces_move_and_erase_nothing() {
    shows(&[
        ("12345\u{8}X\n", "1234X\n"),
        ("12345\u{8}\u{8}X\n", "123X5\n"),
        ("12345\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}X\n", "X2345\n"),
        ("abc\u{8}\u{8}\u{8}\n", "abc\n"),
        ("HELLO\u{8}\u{8}D", "HELDO"),
        ("the\u{8}\u{8}\u{8}   \u{8}\u{8}\u{8}", "   "),
        ("_\u{8}A\u{8}A", "A"),
        ("one\n\u{8}\u{8}two", "one\ntwo"),
        ("Big is 1 \u{8}, small is 2 \u{8}!", "Big is 1, small is 2!"),
        ("|\u{8}/\u{8}-\u{8}\\\u{8}done", "done"),
    ]);
}

#[test]
fn lines_are_erased_in_three_ways() {
    shows(&[
        ("abcdef\x1b[3D\x1b[K", "abc"),
        ("abcdef\x1b[3D\x1b[0K!", "abc!"),
        ("abcdef\x1b[3D\x1b[1K", "    ef"),
        ("abcdef\x1b[1K!", "      !"),
        ("abcdef\x1b[2K", ""),
        ("abcdef\r\x1b[2KX", "X"),
        ("\x1b[2K\rStep 1 of 10\x1b[2K\rStep 2 of 9", "Step 2 of 9"),
        ("abc\x1b[K\n", "abc\n"),
        ("abcdef\x1b[3D\x1b[7K", "abcdef"),
        ("abcdef\r\x1b[?K", "abcdef"),
        ("before\nabc\r\x1b[K\nafter", "before\n\nafter"),
    ]);
}

#[test]
fn the_cursor_moves_within_the_line() {
    shows(&[
        ("a\x1b[3Cb", "a   b"),
        ("a\x1b[Cb\x1b[0Cc", "a b c"),
        ("abc\x1b[2DX", "aXc"),
        ("abc\x1b[99DX", "Xbc"),
        ("abc\x1b[2GX", "aXc"),
        ("abc\x1b[GX\x1b[0GY", "Ybc"),
        ("abc\x1b[6GX", "abc  X"),
        ("abc\x1b[5C", "abc"),
    ]);
    let far = drawn(&stdout("a\x1b[999999999Cb\r\x1b[4294967296Cc\x1b[99999999999999999999Gd"));
    assert_eq!(far, format!("a{}d", " ".repeat(terminal::WIDTH - 2)));
}

#[test]
fn tabs_are_text_at_the_end_and_movement_before_it() {
    shows(&[
        ("a\tb\n", "a\tb\n"),
        ("name\tvalue\n\t\n", "name\tvalue\n\t\n"),
        ("0123456789\r\tX", "01234567X9"),
        ("ab\r\tX", "ab      X"),
        ("a\tb\rxxx", "xxx     b"),
        ("a\tb\x1b[4D\x1b[K", "a    "),
        ("12345678\t|", "12345678\t|"),
    ]);
}

#[test]
fn other_control_characters_are_removed() {
    shows(&[
        ("a\u{7}b\0c\u{b}d\u{c}e\u{e}f\u{f}g\u{7f}h\u{1a}i\u{18}j", "abcdefghij"),
        ("a\u{85}b\u{9c}c\u{84}d", "abcd"),
        ("\u{9b}31mred\u{9b}0m \u{9d}0;title\u{9c}text", "red text"),
    ]);
}

#[test]
fn sequences_that_are_not_understood_are_removed() {
    shows(&[
        ("\x1b[?25lbar\x1b[?25h", "bar"),
        ("a\x1b[Ab\x1b[2Bc\x1b[10;20Hd\x1b[Je\x1b[2Jf\x1b[s\x1b[ug\x1b7\x1b8h\x1bM", "abcdefgh"),
        ("\x1b[>4;2mplain\x1b[?4m", "plain"),
        ("\x1b[!p\x1b[ q\x1b[4 @x", "x"),
        ("\x1b(B\x1b[m\x1b)0\x1b%Gtext", "text"),
        ("\x1bc\x1b#8\x1b=\x1b>x", "x"),
        ("\x1b]0;title\u{7}text", "text"),
        ("\x1b]2;my title\x1b\\text", "text"),
        ("see \x1b]8;;https://example.org/a\x1b\\the page\x1b]8;;\x1b\\!", "see the page!"),
        ("see \x1b]8;id=1;https://example.org/ä橋\u{7}the page\x1b]8;;\u{7}!", "see the page!"),
        ("\x1b]52;c;aGVsbG8=\u{7}\x1b]1337;File=inline=1:AAAA\u{7}x", "x"),
        ("\x1bPq#0;2;0;0;0#0~~@@vv~~\x1b\\after", "after"),
        ("\x1b_Gf=100;AAAA\x1b\\\x1b^secret\x1b\\\x1bXmore\x1b\\after", "after"),
        ("\x1bP1;2|橋橋\x1b\\after", "after"),
        ("\x1b[38;5;1", ""),
        ("a\x1b[1;2", "a"),
    ]);
}

#[test]
fn a_sequence_without_end_costs_its_line_at_most() {
    shows(&[
        ("\x1b]0;forgotten\nnext line", "\nnext line"),
        ("a\x1b]8;;link\x1b[31mb\n", "ab\n"),
        ("\x1bPq~~~~\nnext", "\nnext"),
        ("\x1b[31\nnext", "\nnext"),
        ("\x1b\nnext", "\nnext"),
        ("50\x1b[é", "50é"),
        ("a\x1b橋", "a橋"),
        ("a\x1b[3\x1b[4mb", "ab"),
        ("a\x1b[3\u{18}b", "ab"),
        ("\x1b\x1b\x1b[mx", "x"),
    ]);
    let endless = "\x1b[".to_owned() + &"1;".repeat(500_000) + "mx";
    assert_eq!(marked(&stdout(&endless)), "x");
    let mut titles = Output::default();
    for _ in 0..1_000 {
        titles.push(Piece { stream: Stream::Stdout, text: "\x1b]0;".to_owned() + &"t".repeat(1_000) });
    }
    assert!(titles.bytes() < 1_000, "{}", titles.bytes());
}

#[test]
fn wide_characters_take_two_columns_and_marks_none() {
    shows(&[
        ("橋\x1b[DX", " X"),
        ("橋\rX", "X "),
        ("橋橋\rab", "ab橋"),
        (" 🥱🥱\u{8}\u{8}\u{8}a", "  a🥱"),
        (" 🥱🥱\u{8}\u{8}\u{8}\u{8}a", " a 🥱"),
        ("📁abcd\rX", "X abcd"),
        ("橋橋\x1b[D\x1b[K", "橋 "),
        ("橋橋\r\x1b[1K", "  橋"),
        ("e\u{301}e\u{301}\u{8}X", "e\u{301}X"),
        ("e\u{301}\rX", "X"),
        ("👩\u{200d}💻!", "👩\u{200d}💻!"),
        ("\u{301}a", "\u{301}a"),
        ("a\x1b[3C\u{301}b", "a   \u{301}b"),
        ("█████▌    |\r██████    |", "██████    |"),
        ("ä€🐍\n", "ä€🐍\n"),
    ]);
    let zalgo = "a".to_owned() + &"\u{301}".repeat(200_000);
    assert!(drawn(&stdout(&(zalgo.clone() + "\n"))).len() <= 20_000);
    assert_eq!(stdout(&zalgo).unfinished_line(), Some(zalgo));
}

#[test]
fn a_progress_bar_takes_the_memory_of_a_line() {
    let bar =
        |done: usize| format!("\r{:3}%|{:<10}| {done}/100000 [00:00<00:00]", done / 1_000, "█".repeat(done / 10_000));
    let mut output = Output::default();
    for done in 0..=100_000 {
        output.push(Piece { stream: Stream::Stderr, text: bar(done) });
    }
    output.push(Piece { stream: Stream::Stderr, text: "\n".into() });
    assert_eq!(drawn(&output), "100%|██████████| 100000/100000 [00:00<00:00]\n");
    assert!(output.bytes() < 1_000, "{}", output.bytes());
    let keras: String =
        (0..10_000).map(|step| "\u{8}".repeat(60) + &format!("\r{step:5}/60000 [====>....] - ETA: 12s")).collect();
    assert_eq!(drawn(&stdout(&keras)), " 9999/60000 [====>....] - ETA: 12s");
}

#[test]
fn a_line_of_any_length_takes_the_memory_of_its_text() {
    let text = "x".repeat(1_000_000);
    let mut output = stdout(&text);
    assert!(output.bytes() < 1_200_000, "{}", output.bytes());
    for _ in 0..6 {
        output.show_more();
    }
    assert_eq!(drawn(&output), text);
    // As in a terminal of this width, the cursor can't leave the row.
    assert_eq!(
        drawn(&stdout(&("x".repeat(terminal::WIDTH) + "\ra"))),
        "a".to_owned() + &"x".repeat(terminal::WIDTH - 1)
    );
    assert_eq!(drawn(&stdout(&("x".repeat(terminal::WIDTH) + "yy\ra"))), "x".repeat(terminal::WIDTH) + "ay");
    assert_eq!(drawn(&stdout(&("x".repeat(terminal::WIDTH - 1) + "橋"))), "x".repeat(terminal::WIDTH - 1) + "橋");
}

#[test]
fn streams_share_the_line_and_nothing_else() {
    let mut output = output(&[
        (Stream::Stdout, "\x1b[3"),
        (Stream::Stderr, "E \x1b[1mbold "),
        (Stream::Stdout, "1mred "),
        (Stream::Stderr, "still\n"),
        (Stream::Stdout, "too\x1b"),
    ]);
    assert_eq!(marked(&output), "E <bold>bold </><red>red </><bold>still\n</><red>too</>");
    output.push(Piece { stream: Stream::Stderr, text: "\r\x1b[0m100%".into() });
    output.push(Piece { stream: Stream::Stdout, text: "[0m ok".into() });
    assert_eq!(marked(&output).lines().last(), Some("</>100% ok"));
}

#[test]
fn pieces_may_be_cut_anywhere() {
    let mut dice = Dice(1);
    for _ in 0..2_000 {
        let parts = 1 + dice.below(60);
        let text = dice.text(parts);
        let whole = stdout(&text);
        let mut cut = Output::default();
        let mut rest = text.as_str();
        while !rest.is_empty() {
            let end = rest.ceil_char_boundary(1 + dice.below(8));
            let (piece, more) = rest.split_at(end);
            cut.push(Piece { stream: Stream::Stdout, text: piece.into() });
            rest = more;
        }
        assert_eq!(cut, whole, "{text:?}");
    }
}

#[test]
fn whatever_is_written_nothing_but_text_is_drawn() {
    let mut dice = Dice(2);
    for round in 0..2_000 {
        let mut output = Output::default();
        for _ in 0..6 {
            let stream = [Stream::Stdout, Stream::Stderr, Stream::Stdin, Stream::Result][dice.below(4)];
            let text = if round % 2 == 0 {
                dice.text(20)
            } else {
                let bytes: Vec<u8> = (0..80).map(|_| dice.below(256) as u8).collect();
                String::from_utf8_lossy(&bytes).into_owned()
            };
            output.push(Piece { stream, text });
        }
        let last = output.last.clone().map(|last| last.text.text().to_owned()).unwrap_or_default();
        for text in [drawn(&output), last, output.unfinished_line().unwrap_or_default()] {
            let control = text.chars().find(|character| character.is_control() && !"\n\t".contains(*character));
            assert_eq!(control, None, "{text:?}");
        }
    }
}
