# ends: error ModuleNotFoundError | error ImportError
import ctypes
ctypes.string_at(0)
