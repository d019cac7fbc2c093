"""Things that are no cats, and the ground that everything stands before."""

from __future__ import annotations

import numpy as np

from exercises.pictures.animals import accent, both_sides
from exercises.pictures.shapes import BLACK, SIZE, WHITE, Canvas, Colour, Dice, mix, shade


def house(canvas: Canvas, dice: Dice, colour: Colour) -> None:
    """Paint a house: a pointed roof, two windows like eyes, a door."""
    roof = accent(colour, dice.between(0.3, 0.5))
    if dice.chance(0.6):
        canvas.paint(canvas.box((0.75, -0.9), 0.17, 0.5), shade(roof, 0.8))
    canvas.paint(canvas.box((0, 0.75), 1.15, 0.95), colour)
    top = dice.between(-1.4, -1.1)
    canvas.paint(canvas.polygon((-1.45, -0.15), (1.45, -0.15), (0, top)), roof)
    pane = dice.pick(((0.98, 0.88, 0.45), (0.55, 0.75, 0.9), (0.2, 0.25, 0.35)))
    for x, y in both_sides(0.62, 0.45):
        canvas.paint(canvas.box((x, y), 0.28, 0.28), WHITE)
        canvas.paint(canvas.box((x, y), 0.22, 0.22), pane)
        canvas.paint(canvas.line((x, y - 0.22), (x, y + 0.22), 0.06), WHITE)
    canvas.paint(canvas.box((0, 1.25), 0.27, 0.46), accent(colour, 0.6))


def conifer(canvas: Canvas, dice: Dice, colour: Colour) -> None:
    """Paint a fir: three pointed tiers."""
    canvas.paint(canvas.box((0, 1.75), 0.18, 0.4), (0.4, 0.26, 0.15))
    tiers = ((0.25, 1.5, 1.2), (-0.45, 0.75, 0.95), (-1.25, 0.0, 0.7))
    for number, (top, bottom, half) in enumerate(tiers):
        green = mix(colour, accent(colour), 0.3 * number)
        canvas.paint(canvas.polygon((-half, bottom), (half, bottom), (0, top - 0.2)), green)


def tree(canvas: Canvas, dice: Dice, colour: Colour) -> None:
    """Paint a round tree, perhaps with fruit."""
    canvas.paint(
        canvas.polygon((-0.22, 1.9), (0.22, 1.9), (0.14, 0.4), (-0.14, 0.4)), (0.4, 0.26, 0.15)
    )
    for x, y, r in ((-0.55, 0.1, 0.65), (0.55, 0.1, 0.65), (0, -0.5, 0.8), (0, 0.2, 0.7)):
        canvas.paint(canvas.ellipse((x, y), r, r), colour)
    if dice.chance(0.5):
        for _ in range(7):
            spot = (dice.between(-0.85, 0.85), dice.between(-0.8, 0.5))
            canvas.paint(canvas.ellipse(spot, 0.12, 0.12), (0.85, 0.2, 0.2))


def flower(canvas: Canvas, dice: Dice, colour: Colour) -> None:
    """Paint a flower: petals round a centre, a stem with leaves."""
    green = (0.25, 0.55, 0.25)
    canvas.paint(canvas.line((0, 0.4), (0, 2.2), 0.16), green)
    canvas.paint(canvas.ellipse((0.4, 1.5), 0.42, 0.17, -0.25), green)
    canvas.paint(canvas.ellipse((-0.4, 1.75), 0.42, 0.17, 0.25), green)
    petal = dice.between(0.38, 0.46)
    ring = ((0.85, 0), (0.43, 0.74), (-0.43, 0.74), (-0.85, 0), (-0.43, -0.74), (0.43, -0.74))
    for x, y in ring:
        canvas.paint(canvas.ellipse((0.85 * x, 0.85 * y - 0.1), petal, petal), colour)
    canvas.paint(
        canvas.ellipse((0, -0.1), 0.4, 0.4), dice.pick(((0.95, 0.75, 0.15), (0.45, 0.28, 0.15)))
    )


def car(canvas: Canvas, dice: Dice, colour: Colour) -> None:
    """Paint a car from the side."""
    cabin = ((-0.95, 0.1), (-0.6, -0.55), (0.45, -0.55), (0.9, 0.1))
    canvas.paint(canvas.polygon(*cabin) - 0.06, colour)
    canvas.paint(canvas.box((0, 0.4), 1.65, 0.42, 0.2), colour)
    glass = dice.pick(((0.6, 0.8, 0.9), (0.85, 0.93, 0.95), (0.25, 0.3, 0.4)))
    canvas.paint(
        canvas.polygon((-0.78, 0.08), (-0.52, -0.42), (-0.08, -0.42), (-0.08, 0.08)), glass
    )
    canvas.paint(canvas.polygon((0.08, 0.08), (0.08, -0.42), (0.38, -0.42), (0.7, 0.08)), glass)
    for wheel in both_sides(0.9, 0.82):
        canvas.paint(canvas.ellipse(wheel, 0.38, 0.38), BLACK)
        canvas.paint(canvas.ellipse(wheel, 0.18, 0.18), (0.75, 0.75, 0.78))
    canvas.paint(canvas.ellipse((1.5, 0.3), 0.13, 0.13), (0.98, 0.9, 0.5))


def ball(canvas: Canvas, dice: Dice, colour: Colour) -> None:
    """Paint a ball with two stripes or a bright patch."""
    radius = dice.between(0.95, 1.2)
    round_ = canvas.ellipse((0, 0.1), radius, radius)
    canvas.paint(round_, colour)
    tone = accent(colour, 0.6)
    if dice.chance(0.5):
        for height in (-0.28, 0.48):
            canvas.paint(np.maximum(round_, canvas.box((0, height), 2, 0.14)), tone)
    else:
        for x in (-radius, radius):
            canvas.paint(np.maximum(round_, canvas.ellipse((x, 0.1), 0.62, 0.9)), tone)
    canvas.paint(canvas.ellipse((-0.4, -0.4), 0.18, 0.13, -0.3), WHITE, 0.7)


def cup(canvas: Canvas, dice: Dice, colour: Colour) -> None:
    """Paint a cup with a handle, and steam over it."""
    side = dice.pick((-1, 1))
    handle = canvas.ellipse((side * 0.95, 0.3), 0.5, 0.48)
    canvas.paint(np.maximum(handle, -handle - 0.2), colour)
    canvas.paint(
        canvas.polygon((-1.0, -0.4), (1.0, -0.4), (0.72, 1.3), (-0.72, 1.3)) - 0.06, colour
    )
    canvas.paint(canvas.ellipse((0, -0.42), 1.0, 0.2), accent(colour, 0.55))
    canvas.paint(canvas.box((0, 0.55), 0.8, 0.13), accent(colour, 0.35))
    for x in (-0.35, 0.35):
        canvas.paint(canvas.line((x, -0.8), (x + 0.12, -1.1), 0.1), WHITE, 0.6)
        canvas.paint(canvas.line((x + 0.12, -1.1), (x, -1.4), 0.1), WHITE, 0.6)


def ground(canvas: Canvas, dice: Dice, dark: bool) -> None:
    """Fill the canvas: a wall and a floor, or a sky and a meadow, by day or by night."""
    low, high = (0.05, 0.34) if dark else (0.66, 0.97)
    upper, lower = dice.colour(low, high), dice.colour(low, high)
    horizon = dice.between(40, 58)
    fade = (canvas.row / SIZE)[..., np.newaxis]
    canvas.pixels += np.array(upper) * (1 - 0.25 * fade) * (1 if dark else 0.96)
    canvas.pixels += 0.04 if dark else 0.0
    floor = np.clip(canvas.row - horizon + 0.5, 0, 1)[..., np.newaxis]
    canvas.pixels += floor * (np.array(lower) - canvas.pixels)
    if dice.chance(0.35):  # sun, moon or lamp
        centre = (dice.between(4, 60), dice.between(4, 20))
        x, y = canvas.column - centre[0], canvas.row - centre[1]
        disc = np.clip(dice.between(4, 7) - np.sqrt(x * x + y * y), 0, 1)[..., np.newaxis]
        light = (0.97, 0.93, 0.7) if dark else dice.pick(((0.98, 0.8, 0.3), (0.99, 0.99, 0.95)))
        canvas.pixels += disc * (np.array(light) - canvas.pixels)
    if dice.chance(0.35):  # a striped wall
        width = dice.between(5, 9)
        stripes = (canvas.column // width % 2)[..., np.newaxis] * (1 - floor)
        canvas.pixels += stripes * 0.18 * (np.array(dice.colour(low, high)) - canvas.pixels)


def light_up(canvas: Canvas, dice: Dice) -> None:
    """Light the whole scene from one side, brightly or dimly."""
    lamp = dice.between(0.85, 1.08)
    slant_x, slant_y = dice.between(-0.22, 0.22), dice.between(-0.12, 0.12)
    across, along = canvas.column / SIZE - 0.5, canvas.row / SIZE - 0.5
    canvas.pixels *= (lamp + slant_x * across + slant_y * along)[..., np.newaxis]
