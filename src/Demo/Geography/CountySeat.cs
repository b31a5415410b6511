using Territory.Roads.Network;

namespace Territory.Demo.Geography;

/// <summary>The street grid of the county seat (县城), cut by the river and joined by two bridges.</summary>
internal sealed class CountySeat
{
    public const int Columns = 17;
    public const int Rows = 14;

    private const double BlockMeters = 235;
    private const int MiddleColumn = Columns / 2;
    private const int MiddleRow = 8;
    private const int EastBridgeColumn = 13;
    private const int FirstRowNorthOfRiver = 5;
    private const double EmbankmentMeters = 118;

    private static readonly string[] EastWestNames =
        ["南环路", "兴业路", "工业路", "站前路", "滨河南路", "滨河路", "解放路", "和平街", "人民路", "中山街", "建设路", "朝阳街", "青年路", "北环路"];

    private static readonly string[] NorthSouthNames =
        ["西环路", "育才路", "新华街", "幸福路", "复兴街", "胜利路", "光明街", "公园路", "云溪大道", "府前街", "振兴路", "健康街", "东风路", "迎宾大道", "长江路", "黄山路", "东环路"];

    private readonly PlanePoint[,] corners = new PlanePoint[Columns, Rows];
    private readonly RoadDrawing drawing;
    private readonly Settlement seat;

    private CountySeat(RoadDrawing drawing, Dice dice, Settlement seat)
    {
        this.drawing = drawing;
        this.seat = seat;
        for (var column = 0; column < Columns; column++)
        {
            for (var row = 0; row < Rows; row++)
            {
                var number = (column * Rows) + row;
                var east = ((column - MiddleColumn) * BlockMeters) + dice.Between(-25, 25, "seat/east", number);
                corners[column, row] = new PlanePoint(
                    Math.Round(east, 1),
                    Math.Round(NorthOfRow(row, east) + dice.Between(-25, 25, "seat/north", number), 1));
            }
        }
    }

    /// <summary>Where the country roads begin: the ends of the main streets.</summary>
    public IReadOnlyList<PlanePoint> Gates =>
    [
        corners[0, MiddleRow], corners[Columns - 1, MiddleRow], corners[MiddleColumn, Rows - 1], corners[EastBridgeColumn, Rows - 1],
        corners[MiddleColumn, 0], corners[EastBridgeColumn, 0], corners[0, 1], corners[Columns - 1, 1], corners[2, Rows - 1],
    ];

    public static CountySeat Draw(RoadDrawing drawing, Dice dice, Settlement seat)
    {
        var grid = new CountySeat(drawing, dice, seat);
        for (var row = 0; row < Rows; row++)
            grid.DrawStreet(ClassOfRow(row), EastWestNames[row], Enumerable.Range(0, Columns).Select(column => grid.corners[column, row]), Pull(row, MiddleRow), row is 7 or 9);
        for (var column = 0; column < Columns; column++)
            grid.DrawAvenue(column);
        return grid;
    }

    // Rows near the river follow its bends, rows far from it run straight.
    private static double NorthOfRow(int row, double east)
    {
        var blocks = row >= FirstRowNorthOfRiver ? row - FirstRowNorthOfRiver : FirstRowNorthOfRiver - 1 - row;
        var fromRiver = EmbankmentMeters + (blocks * BlockMeters);
        var riverNorth = River.NorthAt(0) + ((River.NorthAt(east) - River.NorthAt(0)) * Math.Exp(-blocks / 3.0));
        return row >= FirstRowNorthOfRiver ? riverNorth + fromRiver : riverNorth - fromRiver;
    }

    private static double Pull(int index, int middle) => 0.4 + (2.6 / (1 + Math.Abs(index - middle)));

    private static RoadClass ClassOfRow(int row) => row switch
    {
        MiddleRow => RoadClass.Primary,
        0 or Rows - 1 => RoadClass.Secondary,
        3 or 5 or 11 => RoadClass.Tertiary,
        _ => RoadClass.Residential,
    };

    private static RoadClass ClassOfColumn(int column) => column switch
    {
        MiddleColumn => RoadClass.Primary,
        EastBridgeColumn => RoadClass.Trunk,
        0 or Columns - 1 => RoadClass.Secondary,
        3 or 6 or 10 => RoadClass.Tertiary,
        _ => RoadClass.Residential,
    };

    private void DrawAvenue(int column)
    {
        var name = NorthSouthNames[column];
        var roadClass = ClassOfColumn(column);
        var hasBridge = column is MiddleColumn or EastBridgeColumn;
        for (var row = 0; row + 1 < Rows; row++)
        {
            var (a, b) = (corners[column, row], corners[column, row + 1]);
            if (!River.Separates(a, b))
                AddPiece(roadClass, name, a, b, Pull(column, MiddleColumn), oneWay: false);
            else if (hasBridge)
                drawing.Bridge(roadClass, column == MiddleColumn ? "云溪大桥" : "迎宾大桥", a, b);
        }
    }

    private void DrawStreet(RoadClass roadClass, string name, IEnumerable<PlanePoint> points, double pull, bool oneWay)
    {
        var line = points.ToArray();
        if (oneWay && name == EastWestNames[9])
            Array.Reverse(line);
        for (var i = 0; i + 1 < line.Length; i++)
        {
            if (!River.Separates(line[i], line[i + 1]))
                AddPiece(roadClass, name, line[i], line[i + 1], pull, oneWay);
        }
    }

    private void AddPiece(RoadClass roadClass, string name, PlanePoint a, PlanePoint b, double pull, bool oneWay)
    {
        if (oneWay)
            drawing.OneWay(roadClass, name, a, b);
        else
            drawing.Road(roadClass, name, a, b);
        seat.Streets.Add(new Street(a, b, name, roadClass == RoadClass.Trunk ? pull * 0.5 : pull));
    }
}
