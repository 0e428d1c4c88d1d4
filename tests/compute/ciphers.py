"""Shifts, splits, joins and turns strings: ciphers by translate, by character and by lookup."""

from string import ascii_lowercase, ascii_uppercase

TEXT = "The harbour was quiet; two boats came in at dawn, and nobody asked where they had been. "


def caesar(text, shift):
    lower = ascii_lowercase[shift:] + ascii_lowercase[:shift]
    upper = ascii_uppercase[shift:] + ascii_uppercase[:shift]
    return text.translate(str.maketrans(ascii_lowercase + ascii_uppercase, lower + upper))


def caesar_by_character(text, shift):
    result = []
    for character in text:
        if "a" <= character <= "z":
            result.append(chr((ord(character) - 97 + shift) % 26 + 97))
        elif character.isupper():
            result.append(chr((ord(character) - 65 + shift) % 26 + 65))
        else:
            result.append(character)
    return "".join(result)


def vigenere(text, key):
    result = ""
    position = 0
    for character in text.lower():
        place = ascii_lowercase.find(character)
        if place >= 0:
            place = (place + ascii_lowercase.index(key[position % len(key)])) % 26
            character = ascii_lowercase[place]
            position += 1
        result += character
    return result


def fence(text, rails):
    lines = [[] for _ in range(rails)]
    for index, character in enumerate(text):
        turn = index % (2 * rails - 2)
        lines[min(turn, 2 * rails - 2 - turn)].append(character)
    return "".join("".join(line) for line in lines)


def turned_words(text):
    return " ".join(word[::-1].swapcase() if len(word) % 2 else word.title() for word in text.split(" "))


def guess(text):
    """The shift after which most letters are an e."""
    return max(range(26), key=lambda shift: (caesar(text, shift).count("e"), -shift))


def work():
    text = TEXT * 30
    result = 0
    for shift in range(1, 26):
        secret = caesar(text, shift)
        if caesar_by_character(secret, 26 - shift) != text:
            return "wrong"
        twisted = fence(turned_words(vigenere(secret, "harbour")), 2 + shift % 5)
        result += guess(secret) + twisted.find("q") + len(twisted.replace("a", "").split("e"))
        result += twisted.startswith("t") + twisted.partition(";")[0].count(" ") + len(twisted.splitlines())
    return result, twisted[:16]
