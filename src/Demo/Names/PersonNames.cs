namespace Territory.Demo.Names;

/// <summary>Invented people; surnames are drawn roughly as often as they occur.</summary>
internal static class PersonNames
{
    private static readonly string[] Surnames =
    [
        "王", "王", "李", "李", "张", "张", "刘", "刘", "陈", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "马", "朱", "胡", "郭", "何", "高", "林", "罗", "郑", "梁", "谢", "宋", "唐",
        "许", "韩", "冯", "邓", "曹", "彭", "曾", "肖", "田", "董", "潘", "袁", "蔡", "蒋", "余", "于", "杜", "叶", "程", "魏",
    ];

    private static readonly string[] Given =
    [
        "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超", "秀英", "霞", "平", "刚", "桂英", "建国", "建华", "志强", "秀兰",
        "玉梅", "海燕", "春生", "国庆", "小红", "小军", "文斌", "德福", "永贵", "晓东", "晓梅", "长春", "新民", "大勇", "翠花", "红霞", "立新", "卫东", "保国", "福生",
    ];

    public static string Full(Dice dice, string who, int number) =>
        dice.Pick(Surnames, who + "/surname", number) + dice.Pick(Given, who + "/given", number);

    /// <summary>A mobile number in a range that is not given out (prefix 100).</summary>
    public static string Phone(Dice dice, string who, int number)
    {
        var draw = dice.For(who + "/phone", number);
        return $"100{draw.NextInteger(10_000):0000}{draw.NextInteger(10_000):0000}";
    }
}
