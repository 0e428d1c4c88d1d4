# finds: attribute base64.b64encode reverted
import base64
layers = []

def wrap(label):
    inner = base64.b64encode
    layers.append(inner)
    def outer(data, altchars=None):
        return label + inner(data, altchars)
    base64.b64encode = outer

wrap(b'1:')
wrap(b'2:')
text = base64.b64encode(b'hi')
while layers:
    base64.b64encode = layers.pop()
print(text)
