using NetTopologySuite.Geometries;

namespace Territory.Roads.Reach;

/// <summary>Draws the line at one distance around what a field holds, as polygons in degrees.</summary>
/// <remarks>
/// Algorithm: marching triangles. Each cell is halved by its diagonal; a triangle with nodes on both sides of the level is crossed by one straight line, so rings neither cross
/// nor touch and polygons are valid by construction. Crossings keep a thousandth of an edge away from nodes. Lines of a lower field surround those of a
/// higher one, because the value between nodes is linear.
/// Complexity: linear in the nodes. Source: Lorensen and Cline, Marching cubes (1987), in two dimensions; triangles instead of squares after
/// Doi and Koide, An efficient method of triangulating equi-valued surfaces by using tetrahedral cells (1991).
/// </remarks>
internal sealed class AreaContours
{
    private const double AwayFromNodes = 0.001;
    private const int EdgesOfANode = 3;

    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    private readonly DistanceField field;
    private readonly double level;
    private readonly bool[] isInside;
    private readonly Dictionary<int, int> nextEdge = [];
    private readonly List<int> firstEdges = [];

    private AreaContours(DistanceField field, double level)
    {
        this.field = field;
        this.level = level;
        isInside = new bool[field.Columns * field.Rows];
        for (var node = 0; node < isInside.Length; node++)
            isInside[node] = field.IsWithin(node, level);
    }

    public static Geometry Nothing => Factory.CreatePolygon();

    /// <param name="level">In cells.</param>
    /// <param name="fillHolesCells">Outside regions of up to so many nodes that are surrounded are filled.</param>
    public static Geometry Draw(DistanceField field, double level, double fillHolesCells)
    {
        var contours = new AreaContours(field, level);
        contours.FillHoles(fillHolesCells);
        contours.CrossTriangles();
        return contours.Polygons();
    }

    private void FillHoles(double mostNodes)
    {
        if (mostNodes < 1)
            return;
        var regions = GridRegions.Find(isInside, field.Columns);
        for (var node = 0; node < isInside.Length; node++)
        {
            var region = regions.RegionOf[node];
            isInside[node] |= region != regions.RegionOf[0] && regions.Sizes[region] <= mostNodes;
        }
    }

    private void CrossTriangles()
    {
        var columns = field.Columns;
        for (var row = 0; row + 1 < field.Rows; row++)
        {
            for (var column = 0; column + 1 < columns; column++)
            {
                var a = (row * columns) + column;
                var (b, c, d) = (a + 1, a + columns + 1, a + columns);
                if (isInside[a] == isInside[c] && isInside[a] == isInside[b] && isInside[a] == isInside[d])
                    continue;
                var diagonal = (EdgesOfANode * a) + 2;
                Cross(isInside[a], isInside[b], isInside[c], EdgesOfANode * a, (EdgesOfANode * b) + 1, diagonal);
                Cross(isInside[a], isInside[c], isInside[d], diagonal, EdgesOfANode * d, (EdgesOfANode * a) + 1);
            }
        }
    }

    /// <summary>Of a triangle in counter-clockwise order: the line runs from the edge that leads outside to the one that leads inside, with the inside on its left.</summary>
    private void Cross(bool first, bool second, bool third, int firstToSecond, int secondToThird, int thirdToFirst)
    {
        if (first == second && second == third)
            return;
        var outward = first && !second ? firstToSecond : second && !third ? secondToThird : thirdToFirst;
        var inward = !first && second ? firstToSecond : !second && third ? secondToThird : thirdToFirst;
        nextEdge.Add(outward, inward);
        firstEdges.Add(outward);
    }

    private Geometry Polygons()
    {
        var regions = GridRegions.Find(isInside, field.Columns);
        var shells = new SortedDictionary<int, LinearRing>();
        var holes = new Dictionary<int, List<LinearRing>>();
        foreach (var start in firstEdges)
        {
            if (!nextEdge.ContainsKey(start))
                continue;
            var (ring, isShell) = Ring(start);
            var region = regions.RegionOf[InsideNode(start)];
            if (isShell)
                shells.Add(region, ring);
            else if (holes.TryGetValue(region, out var list))
                list.Add(ring);
            else
                holes.Add(region, [ring]);
        }

        var polygons = shells.Select(shell => Factory.CreatePolygon(shell.Value, [.. holes.GetValueOrDefault(shell.Key) ?? []])).ToArray();
        return polygons.Length switch
        {
            0 => Nothing,
            1 => polygons[0],
            _ => Factory.CreateMultiPolygon(polygons),
        };
    }

    private (LinearRing Ring, bool IsShell) Ring(int start)
    {
        var points = new List<Coordinate>();
        var area = 0.0;
        var (previousColumn, previousRow) = Crossing(start);
        var edge = start;
        while (nextEdge.Remove(edge, out var next))
        {
            var (longitude, latitude) = field.ToDegrees(previousColumn, previousRow);
            points.Add(new Coordinate(longitude, latitude));
            var (column, row) = Crossing(next);
            area += (previousColumn * row) - (column * previousRow);
            (previousColumn, previousRow, edge) = (column, row, next);
        }

        points.Add(points[0].Copy());
        return (Factory.CreateLinearRing([.. points]), area > 0);
    }

    private (double Column, double Row) Crossing(int edge)
    {
        var (from, to) = Ends(edge);
        var (a, b) = (field.DistanceAt(from), field.DistanceAt(to));
        var share = Math.Clamp((level - a) / (b - a), AwayFromNodes, 1 - AwayFromNodes);
        var (column, row) = (from % field.Columns, from / field.Columns);
        return (edge % EdgesOfANode) switch
        {
            0 => (column + share, row),
            1 => (column, row + share),
            _ => (column + share, row + share),
        };
    }

    private (int From, int To) Ends(int edge)
    {
        var from = edge / EdgesOfANode;
        return (from, from + (edge % EdgesOfANode) switch
        {
            0 => 1,
            1 => field.Columns,
            _ => field.Columns + 1,
        });
    }

    private int InsideNode(int edge)
    {
        var (from, to) = Ends(edge);
        return isInside[from] ? from : to;
    }
}
