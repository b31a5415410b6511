using System.Security.Cryptography;
using System.Text;
using Territory.Model.Ids;
using Territory.Model.Problems;

namespace Territory.Cli.Regions;

/// <summary>Makes a region's id from its name: letters, digits and hyphens, as it stands in addresses and folders.</summary>
internal static class RegionName
{
    private const int LongestName = 60;

    /// <exception cref="InvalidInputException">The name is empty or too long.</exception>
    public static RegionId ToId(string name)
    {
        var trimmed = name.Trim();
        if (trimmed.Length is 0 or > LongestName)
            throw new InvalidInputException(new Problem("region.name", $"A region's name has 1 to {LongestName} characters.", Field: "--name", Value: name));
        var slug = new StringBuilder();
        foreach (var character in trimmed.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(character))
                slug.Append(character);
            else if (slug.Length > 0 && slug[^1] != '-' && character is ' ' or '-' or '_' or '.')
                slug.Append('-');
        }

        var text = slug.ToString().Trim('-');
        return new RegionId(text.Length > 0 ? text : "r" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(trimmed)), 0, 4));
    }
}
