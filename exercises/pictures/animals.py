"""Cats, and the animals that are none."""

from __future__ import annotations

from itertools import pairwise

from exercises.pictures.shapes import (
    BLACK,
    WHITE,
    Canvas,
    Colour,
    Dice,
    brightness,
    mix,
    shade,
)

PINK = (0.93, 0.6, 0.62)


def accent(colour: Colour, strength: float = 0.35) -> Colour:
    """Return a lighter tone of a dark colour, and a darker one of a light colour."""
    return mix(colour, WHITE if brightness(colour) < 0.45 else BLACK, strength)


def both_sides(x: float, y: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return a point and its mirror image."""
    return (-x, y), (x, y)


def cat(canvas: Canvas, dice: Dice, coat: Colour) -> None:
    """Paint a cat: upright pointed ears, large slit eyes, whiskers."""
    tone = accent(coat, dice.between(0.25, 0.4))
    if dice.chance(0.4):
        _sitting_body(canvas, dice, coat, tone)
    tip, wide = dice.between(1.25, 1.5), dice.between(0.78, 0.95)
    for side in (-1, 1):
        ear = ((side * 0.97, -0.2), (side * wide, -tip), (side * 0.15, -0.72))
        canvas.paint(canvas.polygon(*ear) - 0.04, coat)
        inner = ((side * 0.84, -0.5), (side * wide * 0.96, -tip + 0.22), (side * 0.38, -0.72))
        canvas.paint(canvas.polygon(*inner), mix(PINK, coat, 0.25))
    canvas.paint(canvas.ellipse((0, 0), 1.05, 0.86), coat)
    if dice.chance(0.5):  # a tabby
        for x in (-0.25, 0.0, 0.25):
            canvas.paint(canvas.line((x, -0.78), (x * 0.8, -0.42), 0.1), tone)
        for x, y in (*both_sides(0.95, 0.05), *both_sides(0.9, 0.3)):
            canvas.paint(canvas.line((x, y), (0.72 * x, y), 0.09), tone)
    iris = dice.pick(((0.93, 0.8, 0.2), (0.55, 0.8, 0.3), (0.45, 0.75, 0.85), (0.95, 0.6, 0.15)))
    slit = dice.between(0.06, 0.11)
    for eye in both_sides(0.42, -0.08):
        canvas.paint(canvas.ellipse(eye, 0.27, 0.27), BLACK)
        canvas.paint(canvas.ellipse(eye, 0.22, 0.225), iris)
        canvas.paint(canvas.ellipse(eye, slit, 0.21), BLACK)
        canvas.paint(canvas.ellipse((eye[0] + 0.07, eye[1] - 0.09), 0.05, 0.05), WHITE)
    light = mix(coat, WHITE, 0.55)
    for cheek in both_sides(0.19, 0.42):
        canvas.paint(canvas.ellipse(cheek, 0.25, 0.2), light)
    canvas.paint(canvas.polygon((-0.13, 0.2), (0.13, 0.2), (0, 0.35)), shade(PINK, 0.85))
    whisker = WHITE if brightness(coat) < 0.6 else (0.35, 0.33, 0.33)
    for side in (-1, 1):
        for height, end in ((0.33, 0.14), (0.42, 0.4), (0.5, 0.66)):
            start = (side * 0.38, height)
            canvas.paint(canvas.line(start, (side * 1.42, end), 0.05), whisker, 0.85)


def _sitting_body(canvas: Canvas, dice: Dice, coat: Colour, tone: Colour) -> None:
    side = dice.pick((-1, 1))
    tail = ((side * 0.5, 2.5), (side * 1.35, 2.45), (side * 1.6, 1.9), (side * 1.45, 1.35))
    for start, end in pairwise(tail):
        canvas.paint(canvas.line(start, end, 0.34), coat)
    canvas.paint(canvas.line(tail[2], tail[3], 0.34), tone)
    canvas.paint(canvas.ellipse((0, 1.75), 0.95, 1.15), coat)
    canvas.paint(canvas.ellipse((0, 1.35), 0.45, 0.7), mix(coat, WHITE, 0.45))
    for paw in both_sides(0.42, 2.65):
        canvas.paint(canvas.ellipse(paw, 0.36, 0.22), mix(coat, WHITE, 0.45))


def dog(canvas: Canvas, dice: Dice, coat: Colour) -> None:
    """Paint a dog: hanging ears, a long light muzzle, a big nose."""
    tone = accent(coat, dice.between(0.3, 0.5))
    if dice.chance(0.4):
        canvas.paint(canvas.ellipse((0, 1.85), 0.9, 1.1), coat)
        for paw in both_sides(0.42, 2.7):
            canvas.paint(canvas.ellipse(paw, 0.38, 0.24), mix(coat, WHITE, 0.3))
    canvas.paint(canvas.ellipse((0, 0), 0.92, 0.95), coat)
    for side in (-1, 1):
        canvas.paint(canvas.ellipse((side * 1.0, 0.12), 0.32, 0.8, side * 0.12), tone)
    light = mix(coat, WHITE, 0.5)
    canvas.paint(canvas.ellipse((0, 0.52), 0.5, 0.45), light)
    for eye in both_sides(0.36, -0.2):
        canvas.paint(canvas.ellipse(eye, 0.17, 0.17), WHITE)
        canvas.paint(canvas.ellipse(eye, 0.12, 0.13), (0.2, 0.1, 0.05))
    canvas.paint(canvas.ellipse((0, 0.3), 0.24, 0.17), BLACK)
    if dice.chance(0.6):
        canvas.paint(canvas.box((0, 0.98), 0.16, 0.24, 0.14), (0.88, 0.35, 0.4))
    canvas.paint(canvas.line((0, 0.4), (0, 0.68), 0.07), BLACK)


def bear(canvas: Canvas, dice: Dice, coat: Colour) -> None:
    """Paint a bear: small round ears, small eyes."""
    tone = accent(coat, 0.3)
    if dice.chance(0.4):
        canvas.paint(canvas.ellipse((0, 1.9), 1.1, 1.15), coat)
        canvas.paint(canvas.ellipse((0, 1.9), 0.6, 0.75), mix(coat, WHITE, 0.4))
    for ear in both_sides(0.78, -0.72):
        canvas.paint(canvas.ellipse(ear, 0.36, 0.36), coat)
        canvas.paint(canvas.ellipse(ear, 0.2, 0.2), tone)
    canvas.paint(canvas.ellipse((0, 0), 1.05, 0.95), coat)
    canvas.paint(canvas.ellipse((0, 0.38), 0.46, 0.38), mix(coat, WHITE, 0.5))
    canvas.paint(canvas.ellipse((0, 0.2), 0.2, 0.14), BLACK)
    canvas.paint(canvas.line((0, 0.3), (0, 0.52), 0.06), BLACK)
    for eye in both_sides(0.38, -0.18):
        canvas.paint(canvas.ellipse(eye, 0.11, 0.12), WHITE)
        canvas.paint(canvas.ellipse(eye, 0.09, 0.1), BLACK)


def rabbit(canvas: Canvas, dice: Dice, coat: Colour) -> None:
    """Paint a rabbit: ears as long as its head, two teeth."""
    for side in (-1, 1):
        lean = side * dice.between(0.03, 0.14)
        centre = (side * (0.4 + abs(lean)), -1.3)
        canvas.paint(canvas.ellipse(centre, 0.28, 0.85, lean), coat)
        canvas.paint(canvas.ellipse(centre, 0.14, 0.65, lean), mix(PINK, coat, 0.2))
    if dice.chance(0.4):
        canvas.paint(canvas.ellipse((0, 1.75), 0.85, 1.0), coat)
    canvas.paint(canvas.ellipse((0, 0.1), 0.88, 0.82), coat)
    for eye in both_sides(0.4, -0.05):
        canvas.paint(canvas.ellipse(eye, 0.15, 0.18), WHITE)
        canvas.paint(canvas.ellipse(eye, 0.11, 0.15), BLACK)
    for cheek in both_sides(0.2, 0.48):
        canvas.paint(canvas.ellipse(cheek, 0.25, 0.2), mix(coat, WHITE, 0.5))
    canvas.paint(canvas.ellipse((0, 0.32), 0.12, 0.09), shade(PINK, 0.8))
    canvas.paint(canvas.box((0, 0.72), 0.14, 0.14), WHITE)
    canvas.paint(canvas.line((0, 0.6), (0, 0.85), 0.04), BLACK)


def owl(canvas: Canvas, dice: Dice, coat: Colour) -> None:
    """Paint an owl: tufts like a cat's ears, but a beak and feathers."""
    tone = accent(coat, 0.35)
    canvas.paint(canvas.ellipse((0, 0.75), 1.05, 1.5), coat)
    for side in (-1, 1):
        tuft = ((side * 0.95, -0.2), (side * 0.85, -1.05), (side * 0.25, -0.6))
        canvas.paint(canvas.polygon(*tuft), coat)
        canvas.paint(canvas.ellipse((side * 0.95, 0.95), 0.28, 0.95), tone)
    for x, y in (*both_sides(0.3, 1.0), *both_sides(0.3, 1.6), (0, 1.3), (0, 1.9)):
        canvas.paint(canvas.line((x - 0.13, y), (x, y + 0.14), 0.1), tone)
        canvas.paint(canvas.line((x, y + 0.14), (x + 0.13, y), 0.1), tone)
    for eye in both_sides(0.42, -0.05):
        canvas.paint(canvas.ellipse(eye, 0.42, 0.42), mix(coat, WHITE, 0.7))
        canvas.paint(canvas.ellipse(eye, 0.26, 0.26), (0.95, 0.7, 0.15))
        canvas.paint(canvas.ellipse(eye, 0.15, 0.15), BLACK)
    canvas.paint(canvas.polygon((-0.15, 0.22), (0.15, 0.22), (0, 0.6)), (0.9, 0.55, 0.1))
