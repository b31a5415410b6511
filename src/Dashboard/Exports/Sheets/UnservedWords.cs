using Territory.Model;
using Territory.Model.Plans;

namespace Territory.Dashboard.Exports.Sheets;

/// <summary>Why a stop is on no route, for paper.</summary>
internal static class UnservedWords
{
    public static LocalizedText Of(UnservedReason reason) => reason switch
    {
        UnservedReason.Unreachable => new("无路可达", "no road leads there"),
        UnservedReason.LargerThanAnyVehicle => new("超过任何车辆的装载", "larger than any vehicle"),
        UnservedReason.NoAllowedVehicle => new("无可通行车辆（限行）", "no vehicle may reach the door"),
        UnservedReason.WindowCannotBeMet => new("收货时间无法满足", "the delivery window cannot be met"),
        UnservedReason.ShiftTooShort => new("班次时间不够", "too far for any shift"),
        UnservedReason.NoCapacityLeft => new("车辆已满", "every vehicle is full"),
        UnservedReason.NoTimeLeft => new("各线路已无时间", "no route has time left"),
        UnservedReason.NoVehicle => new("无可用车辆", "no vehicle in service"),
        UnservedReason.ClosedThatDay => new("当日不营业", "closed on that day"),
        UnservedReason.Held => new("调度员暂不安排", "held back by the dispatcher"),
        UnservedReason.NotPlanned => new("尚未安排", "not planned yet"),
        _ => LocalizedText.Same(reason.ToString()),
    };
}
