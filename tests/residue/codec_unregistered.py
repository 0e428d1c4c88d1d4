# finds: codec codecs.register find_upper reverted
import codecs

def find_upper(name):
    if name != "upper":
        return None
    ascii_codec = codecs.lookup("ascii")
    return codecs.CodecInfo(
        lambda text, errors="strict": ascii_codec.encode(text.upper(), errors),
        ascii_codec.decode,
        name="upper",
    )

codecs.register(find_upper)
try:
    loud = "tea".encode("upper")
finally:
    codecs.unregister(find_upper)
print(loud)
