# ends: error ValueError
import warnings
warnings.filters[:] = [5, None, ('x',)]
warnings.onceregistry = __warningregistry__ = 5
warnings.warn('careful')
