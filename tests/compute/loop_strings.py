"""Builds strings out of pieces."""


def work():
    length, text = 0, ""
    for number in range(100_000):
        piece = str(number) + ":" + f"{number & 15:x}" + "ab"[number & 1]
        text += piece
        if len(text) > 400:
            length += len(text.upper()) + len(text[10:-10])
            text = ""
    return length, text[-12:]
