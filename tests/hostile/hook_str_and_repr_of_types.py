# ends: error KeyError
class Meta(type):
    def __str__(cls):
        raise KeyboardInterrupt
    __repr__ = __getattribute__ = __str__
class Bad(KeyError, metaclass=Meta):
    pass
raise KeyError('plain') from Bad('x')
