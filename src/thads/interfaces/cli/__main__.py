"""`python -m thads.interfaces.cli`: the command line where the `thads` script is not on the path."""

from thads.interfaces.cli import main

if __name__ == "__main__":
    main()
