# ends: ok
class Markup:
    def __repr__(self):
        return '</pre></section><script>document.body.remove()</script><img src=x onerror="document.title=1">'
    _repr_html_ = __str__ = __repr__
a = Markup()
print(a)
a
