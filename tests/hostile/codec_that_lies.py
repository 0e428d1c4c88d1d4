# ends: error TypeError
import codecs
class Info:
    def __getattr__(self, name):
        return lambda *args: ('x' * 10, -5)
codecs.register(lambda name: Info())
'é'.encode('no-such-codec')
