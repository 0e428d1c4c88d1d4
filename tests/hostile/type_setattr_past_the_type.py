# ends: error TypeError
type.__setattr__(int, 'real', 5)
