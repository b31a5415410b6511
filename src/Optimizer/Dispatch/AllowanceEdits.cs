using System.Globalization;
using Territory.Model.Dispatch;
using Territory.Model.Dispatch.Edits;
using Territory.Model.Quantities;

namespace Territory.Optimizer.Dispatch;

/// <summary>Edits of what may be broken at a price. Nothing at most withdraws an allowance.</summary>
internal static class AllowanceEdits
{
    private const int LongestSeconds = 24 * 3_600;
    private const int MostPermille = 1_000;

    /// <summary>Far above any price, and prices of a day still add up.</summary>
    private const long DearestMinorUnits = 100_000_000;

    public static EditRefusal? Allow(PlanDraft draft, AllowOvertime edit)
    {
        if ((VehicleEdits.Unknown(draft, edit.Vehicle) ?? Amount(edit.Most.Seconds, LongestSeconds, edit.PerHour)) is { } refusal)
            return refusal;
        var others = draft.Overrides.Overtime.Where(allowance => allowance.Vehicle != edit.Vehicle);
        draft.Overrides = draft.Overrides with { Overtime = edit.Most > Duration.Zero ? [.. others, new OvertimeAllowance(edit.Vehicle, edit.Most, edit.PerHour)] : [.. others] };
        return null;
    }

    public static EditRefusal? Allow(PlanDraft draft, AllowLateness edit)
    {
        if ((StopEdits.Resolve(draft, [edit.Order], out var stops) ?? Amount(edit.Most.Seconds, LongestSeconds, edit.PerHour)) is { } refusal)
            return refusal;
        var orders = StopEdits.OrdersOf(draft, stops);
        var others = draft.Overrides.Lateness.Where(allowance => !orders.Contains(allowance.Order));
        draft.Overrides = draft.Overrides with { Lateness = edit.Most > Duration.Zero ? [.. others, new LatenessAllowance(edit.Order, edit.Most, edit.PerHour)] : [.. others] };
        return null;
    }

    public static EditRefusal? Allow(PlanDraft draft, AllowOverload edit)
    {
        if ((VehicleEdits.Unknown(draft, edit.Vehicle) ?? Amount(edit.Permille, MostPermille, edit.PerCase)) is { } refusal)
            return refusal;
        var others = draft.Overrides.Overload.Where(allowance => allowance.Vehicle != edit.Vehicle);
        draft.Overrides = draft.Overrides with { Overload = edit.Permille > 0 ? [.. others, new OverloadAllowance(edit.Vehicle, edit.Permille, edit.PerCase)] : [.. others] };
        return null;
    }

    private static EditRefusal? Amount(long amount, long most, Money price)
    {
        if (amount < 0 || amount > most)
            return EditRefusal.Of("edit.amount", ("amount", Text(amount)), ("most", Text(most)));
        return price < Money.Zero || price.MinorUnits > DearestMinorUnits ? EditRefusal.Of("edit.price", ("price", Text(price.MinorUnits)), ("most", Text(DearestMinorUnits))) : null;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
