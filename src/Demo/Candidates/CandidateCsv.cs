using System.Globalization;
using System.Text;
using Territory.Simulation.Expansion.Census;

namespace Territory.Demo.Candidates;

/// <summary>A region's census as the CSV that <c>territory expand</c> reads.</summary>
public static class CandidateCsv
{
    public static string Of(CandidateMarket region)
    {
        var text = new StringBuilder("id,name,lon,lat,class,volume,cell,ours,rivals\n");
        foreach (var terminal in region.Terminals)
        {
            var rivals = string.Join(';', terminal.Rivals.Select(rival => string.Create(CultureInfo.InvariantCulture, $"{rival.Rival}:{rival.Share}")));
            text.Append(CultureInfo.InvariantCulture, $"{terminal.Id},{terminal.Name},{terminal.Location.Longitude:F6},{terminal.Location.Latitude:F6},{terminal.Class},{terminal.CasesPerMonth},{terminal.Cell},{terminal.OwnShare},{rivals}\n");
        }

        return text.ToString();
    }
}
