namespace Territory.Demo.Names;

/// <summary>Invented names of an invented county.</summary>
internal static class PlaceNames
{
    public static readonly (string Zh, string En)[] Townships =
    [
        ("白石镇", "Baishi"), ("柳河镇", "Liuhe"), ("东岭乡", "Dongling"), ("清泉镇", "Qingquan"), ("高桥镇", "Gaoqiao"), ("古塘乡", "Gutang"), ("沙坪镇", "Shaping"),
        ("石门乡", "Shimen"), ("龙湾镇", "Longwan"), ("青山乡", "Qingshan"), ("大泉镇", "Daquan"), ("永安镇", "Yong'an"), ("马集镇", "Maji"), ("双桥乡", "Shuangqiao"),
    ];

    public static readonly string[] Streets = ["东", "西", "南", "北", "新", "老", "前", "后", "中", "桥头"];

    private static readonly (string Zh, string En)[] VillageFirst =
    [
        ("王家", "Wangjia"), ("李家", "Lijia"), ("张家", "Zhangjia"), ("刘家", "Liujia"), ("陈家", "Chenjia"), ("杨家", "Yangjia"), ("赵家", "Zhaojia"), ("黄家", "Huangjia"),
        ("周家", "Zhoujia"), ("吴家", "Wujia"), ("徐家", "Xujia"), ("孙家", "Sunjia"), ("上", "Shang"), ("下", "Xia"), ("大", "Da"), ("小", "Xiao"),
    ];

    private static readonly (string Zh, string En)[] VillageSecond =
        [("庄", "zhuang"), ("湾", "wan"), ("坪", "ping"), ("岗", "gang"), ("塘", "tang"), ("桥", "qiao"), ("店", "dian"), ("楼", "lou"), ("寨", "zhai"), ("集", "ji"), ("畈", "fan"), ("冲", "chong")];

    /// <summary>The n-th village name; names repeat only after every combination has been used.</summary>
    public static (string Zh, string En) Village(Dice dice, int number)
    {
        var combinations = VillageFirst.Length * VillageSecond.Length;
        // A multiplier coprime with the number of combinations visits each one once, in an order that looks mixed.
        var start = (int)dice.Between(0, combinations, "village-names");
        var index = (start + (number * 77)) % combinations;
        var (first, second) = (VillageFirst[index / VillageSecond.Length], VillageSecond[index % VillageSecond.Length]);
        return ($"{first.Zh}{second.Zh}村", $"{first.En}{second.En}");
    }
}
