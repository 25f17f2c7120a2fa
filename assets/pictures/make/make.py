"""python make.py [--small] [name ...]   renders the pictures (all of them without names)"""
import importlib
import sys
import time
from pathlib import Path
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from canvas import Canvas          # noqa: E402
import finish                      # noqa: E402
from PIL import Image              # noqa: E402

NAMES = ['omslag', 'betoging', 'opener_engagement', 'opener_debat', 'opener_organisatie', 'startpunt', 'helen_adam',
         'naald_x_praat', 'rechtbank', 'refugee_route', 'refugee_walk', 'taste_of_home', 'sterke_stemmen', 'urc']


def main():
    small = '--small' in sys.argv
    names = [a.replace('-', '_') for a in sys.argv[1:] if not a.startswith('--')] or NAMES
    for n in names:
        t = time.time()
        m = importlib.import_module('scenes.' + n)
        S = .9 if small else 3.0
        w, h = m.SIZE
        cv = Canvas(w, h, S, seed=NAMES.index(n) + 1)
        m.draw(cv)
        arr = finish.finish(cv.array(), S, seed=NAMES.index(n) + 1, **getattr(m, 'FINISH', {}))
        if small:
            p = Path('sketches') / (n + '.png')
            p.parent.mkdir(exist_ok=True)
            Image.fromarray(arr).save(p)
            print(n, arr.shape, round(time.time() - t, 1), 's')
        else:
            p = HERE.parent / (n.replace('_', '-') + '.jpg')
            q, size = finish.save_jpeg(arr, p)
            print(p.name, arr.shape[1], arr.shape[0], 'q', q, size, round(time.time() - t, 1), 's', flush=True)


if __name__ == '__main__':
    main()
