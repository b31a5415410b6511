using System.Net;
using System.Text;
using Territory.Model;
using Territory.Model.Plans;

namespace Territory.Dashboard.Exports.Sheets;

/// <summary>The line on a printed plan whose travel times follow no roads: drivers and reps must not trust its clock as they would another's.</summary>
internal static class StraightLineWarning
{
    public const string Style = ".warning { margin: 2mm 0; padding: 1mm 2mm; border: 1pt solid #a63a00; font-weight: 600; }";

    public static LocalizedText Words { get; } = new(
        "⚠ 行驶时间按直线距离估算，未使用道路，实际时间可能更长。",
        "Travel times are estimated from straight lines, not roads; real ones may be longer.");

    /// <summary>Appends nothing where the plan was made on roads.</summary>
    public static void Append(StringBuilder html, PlanProvenance provenance)
    {
        if (!provenance.IsStraightLine)
            return;
        html.Append("<p class=\"warning\">").Append(Words.Zh).Append(' ').Append(Words.En).Append(" <small>")
            .Append(WebUtility.HtmlEncode(provenance.TravelTimes)).Append("</small></p>");
    }
}
