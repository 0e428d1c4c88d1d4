# ends: endless
import queue
queue.Queue().get()
