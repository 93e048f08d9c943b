Console.WriteLine("hsvo");
