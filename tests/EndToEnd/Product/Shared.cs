using Territory.EndToEnd.Product;

[assembly: AssemblyFixture(typeof(DemoSource))]
