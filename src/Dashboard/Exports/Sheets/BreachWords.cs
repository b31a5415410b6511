using System.Globalization;
using Territory.Model;
using Territory.Model.Dispatch;

namespace Territory.Dashboard.Exports.Sheets;

/// <summary>A rule that the plan breaks, as the sheet names it to those who carry it out.</summary>
internal static class BreachWords
{
    public static LocalizedText Of(PlanBreach breach)
    {
        var words = RuleOf(breach);
        return breach.IsAllowed ? new LocalizedText($"{words.Zh}（已批准）", $"{words.En} (allowed)") : words;
    }

    private static LocalizedText RuleOf(PlanBreach breach)
    {
        var minutes = (breach.Amount + 59) / 60;
        return breach.Rule switch
        {
            BreachRule.Window => new($"超出收货时间 {minutes} 分钟", $"{minutes} min after the delivery window"),
            BreachRule.Shift => new($"加班 {minutes} 分钟", $"{minutes} min of overtime"),
            BreachRule.DepotHours => new($"晚于仓库时间 {minutes} 分钟出发", $"leaves {minutes} min after depot hours"),
            BreachRule.Cases => new($"超载 {breach.Amount} 箱", $"{breach.Amount} cases over capacity"),
            BreachRule.Mass => new($"超重 {Thousandths(breach.Amount)} kg", $"{Thousandths(breach.Amount)} kg over capacity"),
            BreachRule.Volume => new($"超容积 {Thousandths(breach.Amount)} L", $"{Thousandths(breach.Amount)} L over capacity"),
            BreachRule.Trips => new($"多 {breach.Amount} 趟", $"{breach.Amount} trips too many"),
            BreachRule.VehicleLimit => new("车辆限行", "vehicle not permitted there"),
            BreachRule.Closed => new("当日不营业", "closed on that day"),
            BreachRule.NoRoad => new("无路可达", "no road leads there"),
            BreachRule.OutOfService => new("车辆停用", "vehicle not in service"),
            _ => LocalizedText.Same(breach.Rule.ToString()),
        };
    }

    private static string Thousandths(long amount) => (amount / 1000.0).ToString("0.#", CultureInfo.InvariantCulture);
}
