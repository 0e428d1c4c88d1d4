# ends: waiting | ok | error ValueError | memory | error RuntimeError
import isolation
isolation.run('#' * 20_000_000)
