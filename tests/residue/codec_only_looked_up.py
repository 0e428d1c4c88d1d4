# finds: nothing
import codecs

utf = codecs.lookup("utf-8")
data, length = utf.encode("naïve")
decoder = codecs.getincrementaldecoder("utf-8")()
text = "".join(decoder.decode(data[at:at + 1]) for at in range(length + 1))
secret = codecs.encode("tea", "rot13")
replace = codecs.lookup_error("replace")
print(text, secret, "é".encode("ascii", "xmlcharrefreplace"))
