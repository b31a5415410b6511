using Territory.Roads.Network;

namespace Territory.Demo.Geography;

/// <summary>Roads between settlements: gently winding, always dry, and over the river only where there is a bridge.</summary>
internal sealed class CountryRoads(RoadDrawing drawing, Dice dice)
{
    private const double BendEveryMeters = 450;
    private const double LargestBendMeters = 160;

    private int roads;

    /// <summary>A road between two points on the same bank.</summary>
    public void Connect(RoadClass roadClass, string? name, PlanePoint from, PlanePoint to)
    {
        var number = roads++;
        var bends = Math.Max(1, (int)(from.MetersTo(to) / BendEveryMeters));
        var north = River.IsNorth(from);
        var length = from.MetersTo(to);
        var (acrossEast, acrossNorth) = (-(to.North - from.North) / length, (to.East - from.East) / length);
        var swing = dice.Between(-1, 1, "road/swing", number);
        var line = new List<PlanePoint> { from };
        for (var i = 1; i < bends; i++)
        {
            var along = (double)i / bends;
            var offset = LargestBendMeters * ((swing * Math.Sin(Math.PI * along)) + (0.35 * Math.Sin((along * 9) + number)));
            offset *= Math.Min(1, length / 3000);
            var point = from.Toward(to, along) + new PlanePoint(acrossEast * offset, acrossNorth * offset);
            point = River.KeepDry(point, north);
            line.Add(new PlanePoint(Math.Round(point.East, 1), Math.Round(point.North, 1)));
        }

        line.Add(to);
        drawing.Road(roadClass, name, line);
    }

    /// <summary>A bridge at an east coordinate; returns its two heads, the northern one first.</summary>
    public (PlanePoint North, PlanePoint South) Bridge(RoadClass roadClass, string name, double east)
    {
        var middle = River.NorthAt(east);
        var north = new PlanePoint(east, Math.Round(middle + 120, 1));
        var south = new PlanePoint(east, Math.Round(middle - 120, 1));
        drawing.Bridge(roadClass, name, north, south);
        return (north, south);
    }
}
