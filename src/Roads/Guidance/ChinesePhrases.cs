using System.Globalization;
using Territory.Roads.Snapping;

namespace Territory.Roads.Guidance;

internal static class ChinesePhrases
{
    public static PhraseTable Table { get; } = new()
    {
        Depart = new("沿{road}向{compass}出发", "向{compass}出发"),
        Turn = new Dictionary<TurnDirection, Phrase>
        {
            [TurnDirection.Straight] = new("直行进入{road}", "直行"),
            [TurnDirection.SlightRight] = new("向右前方行驶，进入{road}", "向右前方行驶"),
            [TurnDirection.Right] = new("右转进入{road}", "右转"),
            [TurnDirection.SharpRight] = new("向右后方行驶，进入{road}", "向右后方行驶"),
            [TurnDirection.UTurn] = new("掉头进入{road}", "掉头"),
            [TurnDirection.SharpLeft] = new("向左后方行驶，进入{road}", "向左后方行驶"),
            [TurnDirection.Left] = new("左转进入{road}", "左转"),
            [TurnDirection.SlightLeft] = new("向左前方行驶，进入{road}", "向左前方行驶"),
        },
        Roundabout = new("进入环岛，从第{exit}个出口驶出，进入{road}", "进入环岛，从第{exit}个出口驶出"),
        RoundaboutOnly = new("进入环岛{road}", "进入环岛"),
        RampLeft = new("靠左驶入匝道，前往{road}", "靠左驶入匝道"),
        RampAhead = new("直行驶入匝道，前往{road}", "直行驶入匝道"),
        RampRight = new("靠右驶入匝道，前往{road}", "靠右驶入匝道"),
        Merge = new("汇入{road}", "汇入主路"),
        Ferry = new("乘坐轮渡（{road}）", "乘坐轮渡"),
        Arrive = new Dictionary<RoadSide, Phrase>
        {
            [RoadSide.On] = new("到达{road}的停靠点", "到达停靠点"),
            [RoadSide.Left] = new("到达{road}的停靠点，位于道路左侧", "到达停靠点，位于道路左侧"),
            [RoadSide.Right] = new("到达{road}的停靠点，位于道路右侧", "到达停靠点，位于道路右侧"),
        },
        Compass = ["北", "东北", "东", "东南", "南", "西南", "西", "西北"],
        Exit = number => number.ToString(CultureInfo.InvariantCulture),
    };
}
