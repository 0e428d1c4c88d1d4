# finds: codec codecs.register_error dashes permanent
import codecs

def dashes(error):
    return "-" * (error.end - error.start), error.end

codecs.register_error("dashes", dashes)
plain = "crème brûlée".encode("ascii", "dashes")
print(plain)
