//! Text that is not a program's output, such as names and values. It is shown as it is, whatever characters it has.

/// The text, with a sign in place of each control character except newlines and tabs: browsers show nothing for them.
pub fn visible(text: &str) -> String {
    let invisible = |character: char| character.is_control() && !matches!(character, '\n' | '\t');
    text.chars().map(|character| if invisible(character) { sign(character) } else { character }).collect()
}

/// The sign for a control character. Unicode has one for each of those below U+0080, and none for the others.
fn sign(control: char) -> char {
    match control {
        '\0'..' ' => char::from_u32(0x2400 + u32::from(control)).unwrap_or(char::REPLACEMENT_CHARACTER),
        '\u{7f}' => '\u{2421}',
        _ => char::REPLACEMENT_CHARACTER,
    }
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn control_characters_have_signs() {
        assert_eq!(visible("a\0b\u{7}\u{1b}[31mc\r\u{7f}\u{9b}2J"), "a␀b␇␛[31mc␍␡\u{fffd}2J");
        assert_eq!(visible("a\n\tb"), "a\n\tb");
        assert_eq!(visible("<b>ä€🐍\u{200d}"), "<b>ä€🐍\u{200d}");
        for control in
            (0..0x20).chain(0x7f..0xa0).filter_map(char::from_u32).filter(|control| !"\n\t".contains(*control))
        {
            assert!(!visible(&control.to_string()).contains(char::is_control), "{control:?}");
        }
    }
}
