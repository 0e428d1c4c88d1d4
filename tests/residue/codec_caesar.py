# finds: codec codecs.register find_caesar left
import codecs

def encode(text, errors="strict"):
    return bytes(ord(letter) + 1 for letter in text), len(text)

def decode(data, errors="strict"):
    return "".join(chr(byte - 1) for byte in bytes(data)), len(data)

def find_caesar(name):
    if name == "caesar":
        return codecs.CodecInfo(encode, decode, name="caesar")

codecs.register(find_caesar)
secret = "hello".encode("caesar")
print(secret)
