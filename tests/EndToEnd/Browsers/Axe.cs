using Microsoft.Playwright;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Browsers;

/// <summary>axe-core, which the front end's packages bring, asked about the page that a visitor looks at.</summary>
internal static class Axe
{
    private const string Run = """
        async () => {
          const { violations } = await axe.run(document, { resultTypes: ['violations'] });
          return violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .flatMap(({ id, impact, nodes }) => nodes.map(({ target, failureSummary }) => `${impact} ${id}: ${target.join(' ')}: ${failureSummary.replaceAll('\n', ' ')}`));
        }
        """;

    private static string Script => Path.Combine(BuiltProduct.Root, "src", "Dashboard", "web", "node_modules", "axe-core", "axe.min.js");

    /// <summary>What keeps people out or makes it hard for them, one line for each element.</summary>
    public static async Task<IReadOnlyList<string>> SeriousViolationsAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(await File.ReadAllTextAsync(Script));
        return await page.EvaluateAsync<string[]>(Run);
    }
}
