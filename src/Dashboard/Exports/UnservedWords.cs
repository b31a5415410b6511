using Territory.Model.Plans;

namespace Territory.Dashboard.Exports;

/// <summary>Why a stop is on no route, for paper, in both languages.</summary>
internal static class UnservedWords
{
    public static string Of(UnservedReason reason) => reason switch
    {
        UnservedReason.Unreachable => "无路可达 no road leads there",
        UnservedReason.LargerThanAnyVehicle => "超过任何车辆的装载 larger than any vehicle",
        UnservedReason.NoAllowedVehicle => "无可通行车辆（限行） no vehicle may reach the door",
        UnservedReason.WindowCannotBeMet => "收货时间无法满足 the delivery window cannot be met",
        UnservedReason.ShiftTooShort => "班次时间不够 too far for any shift",
        UnservedReason.NoCapacityLeft => "车辆已满 every vehicle is full",
        UnservedReason.NoTimeLeft => "各线路已无时间 no route has time left",
        UnservedReason.NoVehicle => "无可用车辆 no vehicle in service",
        UnservedReason.ClosedThatDay => "当日不营业 closed on that day",
        UnservedReason.Held => "调度员暂不安排 held back by the dispatcher",
        UnservedReason.NotPlanned => "尚未安排 not planned yet",
        _ => reason.ToString(),
    };
}
